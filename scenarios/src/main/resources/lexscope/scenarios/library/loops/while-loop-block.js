// Title: The block of a while loop
// Why: Each turn enters the block anew. The variable of the block that no closure mentions is on V8's stack.
// Rows: block
// Values:           whole  v8     used
//   kept            alive  alive  alive  read by the closure of the last turn
//   beside          alive  dead   dead   in the same block record, not mentioned
//   earlier         dead   dead   dead   the record of the first turn
function setup() {
  let turn = 0;
  while (turn < 2) {
    const value = track(turn === 0 ? "earlier" : "kept", {});
    if (turn === 1) {
      const beside = track("beside", {});
      keep.push(() => value);
      beside.turn = turn;
    }
    turn++;
  }
}
setup();
