// Title: A closure in a `with` body keeps the object
// Why: Any identifier that is not bound inside might be a property of the object. A closure without such an identifier
//   needs no object, but its scope chain has it.
// Rows: with
// Output:
//   7
// Values:           whole  v8     used
//   needed          alive  alive  alive  the closure looks a name up through it
//   unneeded        alive  alive  dead   the closure looks up nothing through it
function lookUp(object) {
  with (object) {
    return () => size;
  }
}
function lookUpNothing(object) {
  with (object) {
    return () => 1;
  }
}
keep.push(lookUp(track("needed", { size: 7 })), lookUpNothing(track("unneeded", {})));
console.log(keep[0]());
