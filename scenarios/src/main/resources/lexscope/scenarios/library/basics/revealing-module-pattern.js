// Title: One method of a module object keeps the private state of all
// Why: The methods share one context. Only `increment` is kept, `history` is needed by `undo` alone.
// Rows: sibling-closures
// Output:
//   1
// Values:           whole  v8     used
//   state           alive  alive  alive  used by the kept method
//   history         alive  alive  dead   used only by a method that is gone
//   api             alive  dead   dead   the object of methods was a binding of the call
function makeModule() {
  const state = track("state", { count: 0 });
  const history = track("history", []);
  const api = track("api", {
    increment: () => ++state.count,
    undo: () => history.pop(),
  });
  return api;
}
keep.push(makeModule().increment);
console.log(keep[0]());
