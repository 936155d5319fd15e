// Title: Strict arguments objects mirror nothing
// Why: The object has copies of the values. Nothing forces the parameters into a context.
// Rows: unmapped-arguments
// Values:           whole  v8     used
//   first           alive  dead   dead   captured by nobody
//   surplus         alive  dead   dead   held by the arguments object alone
function setup(first) {
  "use strict";
  const count = arguments.length;
  first.count = count;
  return () => count;
}
keep.push(setup(track("first", {}), track("surplus", {})));
