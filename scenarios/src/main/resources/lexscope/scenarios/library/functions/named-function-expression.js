// Title: The name of a function expression is a binding
// Why: `self` is bound in a record between the function and its surroundings. The dropped arrow captures it, so it becomes
//   the last slot of the function's context. What hangs on the function object lives with it.
// Rows: named-function-expression
// Values:           whole  v8     used
//   self            alive  alive  dead   captured by name in an arrow that is gone
//   property        alive  alive  dead   a property of the function object
const read = (function () {
  const start = track("self", function self() {
    const again = () => self;
    again();
    return () => "read";
  });
  start.property = track("property", {});
  return start();
})();
keep.push(read);
