// Title: Two calls make two records
// Why: Each call of `makeCounter` makes a record of its own. Dropping one counter frees its state and leaves the other's.
// Output:
//   1 1 2
// Values:           whole  v8     used
//   kept            alive  alive  alive  state of the counter that is kept
//   dropped         dead   dead   dead   nothing leads to the record of the first call any more
function makeCounter(name) {
  const state = track(name, { count: 0 });
  return () => ++state.count;
}
let first = makeCounter("dropped");
const second = makeCounter("kept");
console.log(first(), second(), second());
first = null;
