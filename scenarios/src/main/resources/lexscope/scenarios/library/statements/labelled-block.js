// Title: Leaving a labelled block early
// Why: `break` leaves the record of the block. A closure made after the block has the record of the function.
// Rows: block
// Values:           whole  v8     used
//   inside          dead   dead   dead   the block was left and its closure dropped
//   outside         alive  alive  alive  read by the closure made after the block
function setup() {
  const outside = track("outside", {});
  outer: {
    const inside = track("inside", {});
    const read = () => inside;
    if (read() !== null) {
      break outer;
    }
    keep.push(read);
  }
  keep.push(() => outside);
}
setup();
