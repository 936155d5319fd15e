// Title: A cancel function that outlives its timer
// Why: The timer has fired and its callback is gone. `cancel` needs the id only, but was made beside the callback, which
//   captured `big`: the shared context stays.
// Rows: sibling-closures
// Output:
//   fired 3
// Values:           whole  v8     used
//   big             alive  alive  dead   captured by the callback of a timer that has fired
function start() {
  const big = track("big", [1, 2, 3]);
  const id = setTimeout(() => console.log("fired", big.length), 1000);
  return function cancel() {
    clearTimeout(id);
  };
}
keep.push(start());
