// Title: for-of makes a record for each value
// Why: Each iteration has a record with its own `item`. The list that is iterated is a temporary of the loop.
// Rows: for-of-in
// Output:
//   b
// Values:           whole  v8     used
//   a               dead   dead   dead   its iteration is over and no closure of it is kept
//   b               alive  alive  alive  its closure is kept
//   items           dead   dead   dead   held only while the loop ran
function setup() {
  for (const item of track("items", [track("a", { name: "a" }), track("b", { name: "b" })])) {
    if (item.name === "b") {
      keep.push(() => item.name);
    }
  }
}
setup();
console.log(keep[0]());
