// Title: A loop head whose variable is captured stays in V8's chain
// Why: A closure made in the head captured `node`, so V8 gives the head a context, and the contexts of the iterations hang
//   below it: the initial value stays. In the specification the head's record is no ancestor of the copies.
// Rows: for-let
// Values:           whole  v8     used
//   initial         dead   alive  dead   in the head's context
//   current         alive  alive  alive  in the copy of the kept closure
function use(read) {
  return read() === null ? 1 : 0;
}
function setup() {
  for (let node = track("initial", {}), turn = use(() => node); turn < 2; turn++) {
    if (turn === 1) {
      node = track("current", {});
      keep.push(() => node);
    }
  }
}
setup();
