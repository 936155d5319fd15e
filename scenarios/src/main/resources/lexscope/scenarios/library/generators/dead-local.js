// Title: A local that is not used after the suspension
// Why: The specification's record has it. Whether an engine keeps or drops a binding that nothing will read again is open.
// Rows: generator-async
// Values:           whole  v8     used
//   spent           alive  either either not read after the suspension point
//   needed          alive  alive  alive  read after the suspension point
function* walk() {
  const spent = track("spent", { n: 1 });
  const needed = track("needed", {});
  yield spent.n;
  yield needed;
}
(function () {
  const iterator = walk();
  iterator.next();
  keep.push(iterator);
})();
