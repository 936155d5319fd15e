// Title: Capture is decided by text, not by what runs
// Why: The arrow that mentions `big` stands in a branch that is never taken. V8 decides when it compiles `setup`: `big` is
//   context-allocated all the same.
// Rows: sibling-closures
// Values:           whole  v8     used
//   big             alive  alive  dead   captured by an arrow that was never created
//   plain           alive  dead   dead   captured by nobody
function setup(debug) {
  const big = track("big", {});
  const plain = track("plain", {});
  if (debug) {
    keep.push(() => big);
  }
  return () => "ready";
}
keep.push(setup(false));
