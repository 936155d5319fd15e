// Title: A direct eval in the head of a loop
// Why: Only the variables of the loop's head are visible to it. V8 captures them there and nothing in the iterations, so
//   the closures of the body hold the context of the head, in which the initial value stays.
// Rows: direct-eval, for-let
// Output:
//   2
// Values:           whole  v8     used
//   node0           alive  alive  dead   initial value, in the head's context and in the first copy
//   node1           alive  dead   dead   value in the second copy
//   node2           dead   dead   dead   in the copy that ended the loop
//   own0            alive  alive  alive  what the first closure uses
//   own1            alive  alive  alive  what the second closure uses
function setup() {
  for (
    let node = track("node0", {}), turn = (() => eval("0"))();
    turn < 2;
    turn++, node = track("node" + turn, {})
  ) {
    const own = track("own" + turn, {});
    keep.push(() => own);
  }
}
setup();
console.log(keep.length);
