// Title: An arrow that mentions `arguments` keeps all of them
// Why: `arguments` in an arrow is the binding of the function around it. The mapped object leads to the parameters'
//   bindings: after the assignment the old value is gone.
// Rows: mapped-arguments
// Output:
//   2
// Values:           whole  v8     used
//   before          dead   dead   dead   the parameter was assigned, and the object mirrors the parameter
//   after           alive  alive  alive  current value of the parameter
//   surplus         alive  alive  alive  element 1 of the arguments object
function setup(first) {
  first = track("after", {});
  return () => arguments.length;
}
keep.push(setup(track("before", {}), track("surplus", {})));
console.log(keep[0]());
