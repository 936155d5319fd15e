// Title: A block none of whose variables is captured has no context
// Why: The closure is made inside the block, yet nothing captured the block's own `local`: in V8 the closure holds the
//   context of the function directly.
// Rows: block
// Values:           whole  v8     used
//   local           alive  dead   dead   in the block record only
//   outerCaptured   alive  alive  dead   in the function's context because of the sibling
function setup() {
  const outerCaptured = track("outerCaptured", {});
  const sibling = () => outerCaptured;
  {
    const local = track("local", {});
    local.size = 1;
    keep.push(() => 1);
  }
  sibling();
}
setup();
