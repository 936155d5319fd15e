// Title: Names that are looked up through `with`
// Why: `local` may be a property of the object or the variable outside. Both are kept for the closure; and V8 moves the
//   variable into a context although no closure but only the `with` body mentions it.
// Rows: with
// Output:
//   variable
// Values:           whole  v8     used
//   object          alive  alive  alive  looked at first
//   local           alive  alive  alive  the variable that the name means when the object lacks it
//   forced          alive  alive  dead   mentioned in the `with` body only, not by the closure
//   plain           alive  dead   dead   mentioned nowhere inside
function setup(object) {
  const local = track("local", { name: "variable" });
  const forced = track("forced", {});
  const plain = track("plain", {});
  plain.size = 1;
  with (object) {
    forced.size = 1;
    return () => local.name;
  }
}
keep.push(setup(track("object", {})));
console.log(keep[0]());
