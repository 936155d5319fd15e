// Title: A closure in a default value does not see the body
// Why: When a parameter has an initialiser, the body gets a record of its own inside that of the parameters. The closure
//   `get` was made in the outer one.
// Rows: parameter-initialisers
// Output:
//   parameter
// Values:           whole  v8     used
//   parameter       alive  alive  alive  read by the closure in the default value
//   redeclared      dead   dead   dead   a `var` of the same name is a second binding, in the body's record
//   local           dead   dead   dead   in the body's record
function setup(value = track("parameter", { name: "parameter" }), get = () => value.name) {
  var value = track("redeclared", { name: "redeclared" });
  const local = track("local", {});
  const other = () => [value, local];
  other();
  return get;
}
keep.push(setup());
console.log(keep[0]());
