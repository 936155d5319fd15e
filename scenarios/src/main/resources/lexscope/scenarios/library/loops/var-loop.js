// Title: One `var` for all iterations
// Why: `item` is a single binding of the function. All three closures read it after the loop and see the last value.
// Output:
//   2 2 2
// Values:           whole  v8     used
//   item0           dead   dead   dead   overwritten
//   item1           dead   dead   dead   overwritten
//   item2           alive  alive  alive  the value that the shared binding has now
function setup() {
  for (var i = 0; i < 3; i++) {
    var item = track("item" + i, { index: i });
    keep.push(() => item.index);
  }
}
setup();
console.log(keep.map((f) => f()).join(" "));
