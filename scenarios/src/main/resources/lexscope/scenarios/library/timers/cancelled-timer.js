// Title: Cancelling frees the callback, not the cancel function's own chain
// Why: The timer was cancelled before it fired. While the cancel function is kept, so is what V8 put beside the id.
// Rows: sibling-closures
// Values:           whole  v8     used
//   big             alive  alive  dead   captured by a callback that will never run
//   callback        dead   dead   dead   removed from the timer table
function start() {
  const big = track("big", [1, 2, 3]);
  const id = setTimeout(track("callback", () => big.length), 1000);
  return () => clearTimeout(id);
}
keep.push(start());
keep[0]();
