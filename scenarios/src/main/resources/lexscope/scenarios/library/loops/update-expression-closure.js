// Title: A closure made in the update expression
// Why: The update expression runs in the copy made for the next iteration.
// Rows: for-let
// Output:
//   second
// Values:           whole  v8     used
//   first           dead   dead   dead   the first copy is gone
//   second          alive  alive  alive  assigned in the copy in which the closure was made
function setup() {
  for (let node = track("first", { name: "first" }), turn = 0; turn < 1; turn++, keep.push(() => node.name), node = track("second", { name: "second" })) {
    node.seen = true;
  }
}
setup();
console.log(keep[0]());
