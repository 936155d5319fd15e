// Title: A closure made elsewhere does not see the record
// Why: `reader` is made in a call of a top-level function: its chain goes through that call to the global record, and the
//   record of `setup` is not on it. This is the repair that helps under every policy.
// Output:
//   7
// Values:           whole  v8     used
//   big             dead   dead   dead   no closure was made inside `setup`
function reader(size) {
  return () => size;
}
function setup() {
  const big = track("big", { length: 7 });
  return reader(big.length);
}
keep.push(setup());
console.log(keep[0]());
