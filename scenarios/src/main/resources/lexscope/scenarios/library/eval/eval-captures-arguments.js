// Title: An eval may ask for `arguments`
// Why: With a direct eval in an arrow the surplus arguments of the function around it can still be asked for.
// Rows: direct-eval
// Output:
//   1
// Values:           whole  v8     used
//   surplus         alive  alive  alive  element of the arguments object that the eval can name
function setup() {
  return (text) => eval(text);
}
keep.push(setup(track("surplus", {})));
console.log(keep[0]("arguments.length"));
