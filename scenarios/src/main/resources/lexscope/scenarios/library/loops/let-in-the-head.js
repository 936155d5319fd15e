// Title: A copy of the loop variables for each iteration
// Why: CreatePerIterationEnvironment copies the bindings of the head. The closure of the second iteration has the record of
//   that iteration; the first copy and the next one are other records.
// Rows: for-let
// Output:
//   node1
// Values:           whole  v8     used
//   node0           dead   dead   dead   value in the first iteration's copy
//   node1           alive  alive  alive  value in the copy that the kept closure has
//   node2           dead   dead   dead   assigned by the update expression, in the next copy
function setup() {
  for (let node = track("node0", { name: "node0" }), turn = 0; turn < 2; turn++, node = track("node" + turn, { name: "node" + turn })) {
    if (turn === 1) {
      keep.push(() => node.name);
    }
  }
}
setup();
console.log(keep[0]());
