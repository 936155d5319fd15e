// Title: A function's own name that nobody mentions
// Why: The specification binds the name in a record of its own, and the function record has [[FunctionObject]]. V8 allocates
//   nothing for a name that is not captured.
// Rows: named-function-expression
// Values:           whole  v8     used
//   self            alive  dead   dead   name record and [[FunctionObject]] of the record of the call
const read = (function () {
  return track("self", function self() {
    return () => "read";
  })();
})();
keep.push(read);
