// Title: Binding a closure keeps what the closure keeps
// Why: [[BoundTargetFunction]] leads to the closure and on to its environment.
// Rows: bound-function
// Values:           whole  v8     used
//   needed          alive  alive  alive  read by the target
//   shared          alive  alive  dead   captured by a sibling of the target
function setup() {
  const needed = track("needed", {});
  const shared = track("shared", {});
  const other = () => shared;
  other();
  return (() => needed).bind(null);
}
keep.push(setup());
