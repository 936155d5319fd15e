// Title: yield* keeps the inner iterator
// Why: The suspended outer generator is waiting in the middle of an expression: the inner iterator is one of its
//   half-evaluated values, and the inner activation is suspended too.
// Rows: generator-async
// Output:
//   1
// Values:           whole  v8     used
//   innerLocal      alive  alive  alive  a binding of the inner activation, used later
//   outerLocal      alive  alive  alive  a binding of the outer activation, used later
function* inner() {
  const innerLocal = track("innerLocal", {});
  yield 1;
  yield innerLocal;
}
function* outer() {
  const outerLocal = track("outerLocal", {});
  yield* inner();
  yield outerLocal;
}
keep.push(outer());
console.log(keep[0].next().value);
