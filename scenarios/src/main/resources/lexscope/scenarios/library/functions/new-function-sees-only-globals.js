// Title: `new Function` closes over the global record
// Why: The function that `new Function` makes has the global environment, wherever it is made.
// Rows: new-function
// Output:
//   undefined
// Values:           whole  v8     used
//   local           dead   dead   dead   not in the chain of the new function
function setup() {
  const local = track("local", {});
  const read = () => local;
  read();
  return new Function("return typeof local");
}
keep.push(setup());
console.log(keep[0]());
