// Title: A mapped arguments object that escapes
// Why: The object reaches the parameters through their bindings. In the specification its mapping functions have the
//   variable record of the call; the top-level lexical declarations of a sloppy function are in a record inside that one.
//   V8's object holds the context, and so all captured locals: keeping those is not required of the v8 policy.
// Rows: mapped-arguments, mapped-arguments-escape
// Values:           whole  v8     used
//   first           alive  alive  alive  element 0, mirrored
//   surplus         alive  alive  alive  element 1
//   variable        alive  either dead   a captured `var` that the object has nothing to do with
//   lexical         either either dead   a captured `const`, in the inner record, if there are two
function setup(first) {
  var variable = track("variable", {});
  const lexical = track("lexical", {});
  const read = () => [variable, lexical];
  read();
  return arguments;
}
keep.push(setup(track("first", {}), track("surplus", {})));
