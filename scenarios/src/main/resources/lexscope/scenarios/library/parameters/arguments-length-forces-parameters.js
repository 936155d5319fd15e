// Title: Writing `arguments.length` keeps every parameter
// Why: In sloppy code with simple parameters the arguments object mirrors the parameters, so V8 moves all of them into the
//   context, where every closure of the function finds them. Surplus arguments are in the object only.
// Rows: mapped-arguments, arguments-length-forces
// Values:           whole  v8     used
//   first           alive  alive  dead   forced into the context
//   second          alive  alive  dead   forced into the context
//   surplus         alive  dead   dead   held by the arguments object alone
function setup(first, second) {
  const count = arguments.length;
  first.count = second.count = count;
  return () => count;
}
keep.push(setup(track("first", {}), track("second", {}), track("surplus", {})));
