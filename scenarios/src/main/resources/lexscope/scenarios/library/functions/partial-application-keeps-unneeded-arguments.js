// Title: Partial application with a logger beside it
// Why: `log` is a sibling made in each call. It mentions `context`, so the partial function keeps `context` in V8.
// Rows: sibling-closures
// Output:
//   3
// Values:           whole  v8     used
//   first           alive  alive  alive  used by the partial function
//   context         alive  alive  dead   used only by the logger
const partial = (add, first, context) => {
  const log = () => context;
  log();
  return (second) => add(first.n, second);
};
keep.push(partial((a, b) => a + b, track("first", { n: 1 }), track("context", {})));
console.log(keep[0](2));
