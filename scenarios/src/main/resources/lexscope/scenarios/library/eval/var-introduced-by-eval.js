// Title: A `var` that sloppy eval code adds to its caller
// Why: The variable goes to the record of the calling function, in V8 to an extension of its context. A closure of the
//   function that does not use it keeps it only with the record or the context.
// Rows: eval-code, direct-eval
// Output:
//   added
// Values:           whole  v8     used
//   added           alive  alive  dead   a new variable of the function, used by an arrow that is gone
function setup() {
  eval('var added = track("added", { name: "added" })');
  const read = () => added.name;
  console.log(read());
  return () => "kept";
}
keep.push(setup());
