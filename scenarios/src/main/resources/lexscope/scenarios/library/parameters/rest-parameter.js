// Title: A rest parameter is an array in one binding
// Why: The array holds every remaining argument. The arguments object that the specification makes for each ordinary
//   function holds them as well.
// Rows: rest-destructured-parameters
// Values:           whole  v8     used
//   first           alive  dead   dead   a parameter nobody captured
//   second          alive  alive  alive  element of `rest`
//   third           alive  alive  alive  element of `rest`
function setup(first, ...rest) {
  first.count = rest.length;
  return () => rest;
}
keep.push(setup(track("first", {}), track("second", {}), track("third", {})));
