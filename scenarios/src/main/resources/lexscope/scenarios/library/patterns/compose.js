// Title: Composing functions
// Why: `compose` returns a closure over the array of functions. Intermediate results are temporaries.
// Output:
//   9
// Values:           whole  v8     used
//   functions       alive  alive  alive  used by the composed function
//   intermediate    dead   dead   dead   passed from one function to the next
const compose = (...functions) => (value) => track("functions", functions).reduce((result, f) => f(result), value);
keep.push(compose((n) => track("intermediate", { n: n + 1 }), (box) => box.n ** 2));
console.log(keep[0](2));
