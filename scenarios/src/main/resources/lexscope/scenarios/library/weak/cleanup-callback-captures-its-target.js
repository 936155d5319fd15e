// Title: A cleanup callback that captures its target never runs
// Why: The registry holds the callback strongly, and the callback's record leads to the target. In V8 and under `used` it
//   depends on the text: here the callback mentions the target.
// Values:           whole  v8     used
//   target          alive  alive  alive  used by the callback itself
function watch(target) {
  const registry = new FinalizationRegistry(() => console.log("gone", target.name));
  registry.register(target, "");
  return registry;
}
keep.push(watch(track("target", { name: "target" })));
