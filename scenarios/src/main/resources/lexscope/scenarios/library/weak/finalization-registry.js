// Title: A finalization registry holds callback and held value
// Why: The target is weak. The held value and the callback are strong as long as the registry lives; after the target died
//   the entry is gone, the callback stays.
// Output:
//   gone: target
// Values:           whole  v8     used
//   target          dead   dead   dead   weak, so the callback runs
//   held            alive  alive  alive  held value of a target that is still alive
//   living          alive  alive  alive  kept elsewhere
//   counter         alive  alive  alive  used by the cleanup callback
function makeRegistry() {
  const counter = track("counter", { n: 0 });
  return new FinalizationRegistry((name) => {
    counter.n++;
    console.log("gone: " + name);
  });
}
keep.push(makeRegistry());
(function () {
  keep[0].register(track("target", {}), "target");
  const living = track("living", {});
  keep[0].register(living, track("held", {}));
  keep.push(living);
})();
