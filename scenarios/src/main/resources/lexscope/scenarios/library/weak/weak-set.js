// Title: A WeakSet remembers without keeping
// Why: Membership is weak; the closure uses the set, not the members.
// Output:
//   false
// Values:           whole  v8     used
//   member          dead   dead   dead   only a member of the set
//   set             alive  alive  alive  used by the closure
function makeFilter() {
  const seen = track("set", new WeakSet());
  return (object) => seen.has(object) || !seen.add(object);
}
keep.push(makeFilter());
console.log(keep[0](track("member", {})));
