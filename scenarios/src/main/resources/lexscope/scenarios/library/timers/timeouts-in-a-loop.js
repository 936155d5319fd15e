// Title: setTimeout in a loop, `var` against `let`
// Why: The callbacks run after the loops. Those of the first loop share one `i`, each of the second has its own.
// Rows: for-let
// Output:
//   3 3 3 0 1 2
// Values:           whole  v8     used
//   results         alive  alive  alive  kept
//   callback        dead   dead   dead   callbacks go when they have fired
const results = track("results", []);
function start() {
  for (var i = 0; i < 3; i++) {
    setTimeout(i === 0 ? track("callback", () => results.push(i)) : () => results.push(i), 10);
  }
  for (let j = 0; j < 3; j++) {
    setTimeout(() => results.push(j), 20);
  }
  setTimeout(() => console.log(results.join(" ")), 30);
}
start();
