// Title: The block that a suspended generator has left
// Why: The record of the block is gone in the specification. V8 keeps a register for each named variable until the
//   activation ends, so the value may stay in the suspended generator: left open.
// Rows: generator-async, left-blocks-in-suspended
// Values:           whole  v8     used
//   inBlock         dead   either either a variable of a block that was left before the suspension
//   inScope         alive  alive  alive  in scope at the suspension point and used after it
function* walk() {
  const inScope = track("inScope", {});
  {
    const inBlock = track("inBlock", {});
    inBlock.size = 1;
  }
  yield 1;
  yield inScope;
}
(function () {
  const iterator = walk();
  iterator.next();
  keep.push(iterator);
})();
