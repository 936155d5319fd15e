// Title: A list of closures in the record keeps every iteration
// Why: Only one closure is returned. But its record chain leads to the record of `setup`, whose binding `readers` is the
//   list of all of them. V8 keeps `readers` on the stack, because no closure mentions it.
// Rows: block
// Values:           whole  v8     used
//   item0           alive  dead   dead   its closure is an element of `readers`
//   item1           alive  alive  alive  its closure is kept
function setup() {
  const readers = [];
  for (let i = 0; i < 2; i++) {
    const item = track("item" + i, { index: i });
    readers.push(() => item.index);
  }
  return readers[1];
}
keep.push(setup());
