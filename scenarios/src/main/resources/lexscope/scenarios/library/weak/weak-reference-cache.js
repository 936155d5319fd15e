// Title: A cache of weak references
// Why: Entries that nobody else holds disappear. The list in the middle is still used elsewhere.
// Output:
//   true
// Values:           whole  v8     used
//   inUse           alive  alive  alive  held by a closure of a user
//   unused          dead   dead   dead   only the cache knows it, weakly
function makeCache() {
  const entries = new Map();
  return (key) => {
    let value = entries.get(key)?.deref();
    if (value === undefined) {
      value = track(key, { key });
      entries.set(key, new WeakRef(value));
    }
    return value;
  };
}
const cached = makeCache();
(function () {
  const value = cached("inUse");
  keep.push(() => value);
  cached("unused").seen = true;
})();
console.log(cached("inUse") === keep[0]());
