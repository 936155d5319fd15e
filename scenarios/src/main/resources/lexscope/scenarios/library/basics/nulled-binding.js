// Title: Clearing the binding frees the value under every policy
// Why: A record keeps the current value of each binding. After `big = null` no record, context or box leads to it.
// Output:
//   null
// Values:           whole  v8     used
//   big             dead   dead   dead   the binding holds null now
function setup() {
  let big = track("big", {});
  keep.push(() => big);
  big = null;
}
setup();
console.log(keep[0]());
