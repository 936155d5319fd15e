// Title: Every ordinary function has an arguments object in the specification
// Why: FunctionDeclarationInstantiation binds `arguments` in the record of any function that is not an arrow, mentioned or
//   not. It holds the object that the pattern took apart and the surplus argument. No engine builds it unless it is named.
// Rows: rest-destructured-parameters
// Values:           whole  v8     used
//   options         alive  dead   dead   element 0 of the implicit arguments object
//   surplus         alive  dead   dead   element 1 of the implicit arguments object
//   used            alive  alive  alive  bound by the pattern and read
function setup({ used }) {
  return () => used;
}
keep.push(setup(track("options", { used: track("used", {}) }), track("surplus", {})));
