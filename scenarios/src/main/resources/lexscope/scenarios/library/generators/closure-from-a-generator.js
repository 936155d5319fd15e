// Title: A closure that a generator yields
// Why: The closure has the record of the activation, not the generator. When the generator is dropped the closure keeps what
//   closures keep.
// Rows: generator-async, sibling-closures
// Values:           whole  v8     used
//   needed          alive  alive  alive  read by the yielded closure
//   shared          alive  alive  dead   captured by another closure of the activation
//   local           alive  dead   dead   on the stack of an activation that is gone
function* walk() {
  const needed = track("needed", {});
  const shared = track("shared", {});
  const local = track("local", {});
  const other = () => shared;
  other(local);
  yield () => needed;
}
keep.push(walk().next().value);
