// Title: A default value turns the mapping off
// Why: With a non-simple parameter list the arguments object is unmapped even in sloppy code.
// Rows: unmapped-arguments, parameter-initialisers
// Values:           whole  v8     used
//   first           alive  dead   dead   captured by nobody
//   second          alive  dead   dead   captured by nobody
function setup(first, second = track("second", {})) {
  const count = arguments.length;
  first.count = second.count = count;
  return () => count;
}
keep.push(setup(track("first", {})));
