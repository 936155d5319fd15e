// Title: A direct eval in a loop body
// Why: The eval captures the copy of its own iteration; copies of other iterations are not visible to it. (V8 also keeps the
//   record of the loop head with the initial value when an eval stands in the loop.)
// Rows: direct-eval, for-let
// Output:
//   1
// Values:           whole  v8     used
//   node0           dead   either dead   initial value
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
