// Title: A bound function holds target, receiver and arguments
// Why: Binding is no closure: the bound function has three slots and no environment. The record of the call that did the
//   binding stays out of reach.
// Rows: bound-function
// Values:           whole  v8     used
//   receiver        alive  alive  alive  [[BoundThis]]
//   argument        alive  alive  alive  [[BoundArguments]]
//   local           dead   dead   dead   in the record of the call that made the bound function
function greet() {
  return this;
}
function setup() {
  const local = track("local", {});
  const touch = () => local;
  touch();
  return greet.bind(track("receiver", {}), track("argument", {}));
}
keep.push(setup());
