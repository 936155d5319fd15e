// Title: A closure of the body has the parameters behind it
// Why: The record of the body has the parameters' record as its outer one.
// Rows: parameter-initialisers
// Values:           whole  v8     used
//   first           alive  alive  dead   captured by the closure in the default value of `read`
//   second          alive  dead   dead   captured by nobody
//   local           alive  alive  alive  read by the kept closure
function setup(first, second = track("second", {}), read = () => first) {
  const local = track("local", {});
  second.read = read !== null;
  return () => local;
}
keep.push(setup(track("first", {})));
