// Title: Two closures of one block share its context
// Why: A block whose variables are captured has a context of its own, shared by all closures made in it.
// Rows: block, sibling-closures
// Values:           whole  v8     used
//   used            alive  alive  alive  read by the kept closure
//   shared          alive  alive  dead   captured by the other closure of the block
//   stack           alive  dead   dead   captured by nobody
function setup() {
  {
    const used = track("used", {});
    const shared = track("shared", {});
    const stack = track("stack", {});
    const other = () => shared;
    other(stack);
    keep.push(() => used);
  }
}
setup();
