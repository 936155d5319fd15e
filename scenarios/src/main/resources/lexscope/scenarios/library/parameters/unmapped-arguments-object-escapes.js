// Title: An unmapped arguments object holds values only
// Why: The strict arguments object is a plain list. It keeps the arguments it was made with and no record.
// Rows: unmapped-arguments
// Values:           whole  v8     used
//   before          alive  alive  alive  element 0 still holds the old value
//   after           dead   dead   dead   assigned to the parameter, which the object does not mirror
//   local           dead   dead   dead   not reachable from the object
function setup(first) {
  "use strict";
  const local = track("local", {});
  first = track("after", {});
  const read = () => [local, first];
  read();
  return arguments;
}
keep.push(setup(track("before", {})));
