// Title: The cancel function, repaired
// Why: The cancel function is made by a call that knows the id alone. Nothing of `start` is in its chain.
// Output:
//   fired 3
// Values:           whole  v8     used
//   big             dead   dead   dead   the timer has fired
function canceller(id) {
  return () => clearTimeout(id);
}
function start() {
  const big = track("big", [1, 2, 3]);
  return canceller(setTimeout(() => console.log("fired", big.length), 1000));
}
keep.push(start());
