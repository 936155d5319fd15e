// Title: A chain of two thousand closures
// Why: Each function keeps the one before it by the binding `next`. Marking follows the chain without recursion.
// Output:
//   2000
// Values:           whole  v8     used
//   first           alive  alive  alive  at the far end of the chain
//   spare           dead   dead   dead   in no record of the chain
function extend(next) {
  return () => next;
}
function build(length) {
  track("spare", {});
  let chain = track("first", () => null);
  for (let i = 0; i < length; i++) {
    chain = extend(chain);
  }
  return chain;
}
keep.push(build(2000));
let depth = 0;
for (let f = keep[0]; f !== null; f = f()) {
  depth++;
}
console.log(depth - 1);
