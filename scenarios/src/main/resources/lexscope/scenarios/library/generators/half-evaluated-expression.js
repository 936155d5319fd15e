// Title: Values in the middle of an expression
// Why: When the generator stops inside the argument list, the arguments evaluated so far are temporaries of the suspended
//   activation.
// Rows: generator-async
// Values:           whole  v8     used
//   argument        alive  alive  alive  evaluated, the call is not made yet
//   finished        dead   dead   dead   temporary of a call that is over
function consume(first, second) {
  return first === second;
}
function* walk() {
  consume(track("finished", {}), null);
  consume(track("argument", {}), yield);
}
(function () {
  const iterator = walk();
  iterator.next();
  keep.push(iterator);
})();
