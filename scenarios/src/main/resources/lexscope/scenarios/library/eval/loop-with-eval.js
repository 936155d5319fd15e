// Title: A direct eval in a loop body
// Why: The eval sees the copy of its own iteration; copies of other iterations are not visible to it. V8 also captures the
//   variables of the loop head, so the head gets a context of its own, in which the initial value stays.
// Rows: direct-eval, for-let
// Output:
//   1
// Values:           whole  v8     used
//   node0           dead   alive  dead   initial value, in the head's context
//   node1           alive  alive  alive  value in the copy in which the closure was made
//   node2           dead   dead   dead   in the next copy
function setup() {
  for (let node = track("node0", { n: 0 }), turn = 0; turn < 2; turn++, node = track("node" + turn, { n: turn })) {
    if (turn === 1) {
      keep.push((text) => eval(text));
    }
  }
}
setup();
console.log(keep[0]("node.n"));
