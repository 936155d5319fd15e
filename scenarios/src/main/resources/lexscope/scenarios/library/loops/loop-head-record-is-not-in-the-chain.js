// Title: The record of the loop head is no ancestor of the iterations
// Why: The copies have the record outside the loop as their outer record, so a closure of the body does not keep what the
//   head's record still holds.
// Rows: for-let
// Values:           whole  v8     used
//   initial         dead   dead   dead   only the head's own record and the first copy held it
//   current         alive  alive  alive  value in the copy of the kept closure
function setup() {
  for (let node = track("initial", {}), turn = 0; turn < 2; turn++) {
    if (turn === 1) {
      node = track("current", {});
      keep.push(() => node);
    }
  }
}
setup();
