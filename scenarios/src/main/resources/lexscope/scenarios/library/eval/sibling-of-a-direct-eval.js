// Title: The sibling of a closure with a direct eval
// Why: The eval puts everything into the contexts of the scopes around it. The kept closure needs one variable and keeps
//   them all.
// Rows: direct-eval, sibling-closures
// Values:           whole  v8     used
//   needed          alive  alive  alive  read by the kept closure
//   other           alive  alive  dead   captured because of the eval in a closure that is gone
//   receiver        alive  alive  dead   `this` counts as captured by an eval
function setup() {
  const needed = track("needed", {});
  const other = track("other", {});
  const evaluate = (text) => eval(text);
  other.two = evaluate("1 + 1");
  return () => needed;
}
keep.push(setup.call(track("receiver", {})));
