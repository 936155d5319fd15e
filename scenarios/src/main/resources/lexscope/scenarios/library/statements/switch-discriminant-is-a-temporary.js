// Title: The value that a switch looks at is not bound
// Why: The discriminant is evaluated before the record of the cases exists and is bound to no name.
// Rows: switch
// Values:           whole  v8     used
//   discriminant    dead   dead   dead   a temporary of the statement
//   local           alive  alive  alive  read by the kept closure
function setup() {
  switch (track("discriminant", {})) {
    default:
      const local = track("local", {});
      keep.push(() => local);
  }
}
setup();
