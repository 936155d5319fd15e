// Title: A CommonJS module is a function call
// Why: Its top-level variables are locals of the wrapper function: a closure in `module.exports` keeps them as closures do.
//   The cache keeps the exports.
// Rows: simple-parameters, sibling-closures
// Output:
//   1 2
// Values:           whole  v8     used
//   state           alive  alive  alive  used by an exported function
//   captured        alive  alive  dead   captured by a function of the module that is gone
//   plain           alive  dead   dead   a local of the wrapper function
//   exports         alive  alive  alive  in the cache of modules
const counter = require("./counter.cjs");
console.log(counter.increment(), require("./counter.cjs").increment());
