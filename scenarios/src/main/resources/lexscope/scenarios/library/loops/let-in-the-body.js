// Title: One record for each run of the body
// Why: The block of the body is entered anew in each iteration. Keeping one closure keeps one of the records.
// Rows: block
// Output:
//   1
// Values:           whole  v8     used
//   item0           dead   dead   dead   its closure was dropped
//   item1           alive  alive  alive  its closure is kept
//   item2           dead   dead   dead   its closure was dropped
function setup() {
  for (let i = 0; i < 3; i++) {
    const item = track("item" + i, { index: i });
    const read = () => item.index;
    if (read() === 1) {
      keep.push(read);
    }
  }
}
setup();
console.log(keep[0]());
