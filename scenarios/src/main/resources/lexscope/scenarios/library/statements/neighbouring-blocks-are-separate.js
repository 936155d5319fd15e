// Title: A closure does not see the block next door
// Why: The record of a block is left when the block ends. Closures made in the second block have another one.
// Rows: block
// Values:           whole  v8     used
//   first           dead   dead   dead   its closure was dropped with its block
//   second          alive  alive  alive  read by the kept closure
function setup() {
  {
    const first = track("first", {});
    const read = () => first;
    read();
  }
  {
    const second = track("second", {});
    keep.push(() => second);
  }
}
setup();
