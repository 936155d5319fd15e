// Title: A cleanup callback made beside its target
// Why: The callback does not mention the target, it was merely made in a call that has it as a parameter. By the
//   specification's records the target would live for ever; engines collect it and the callback runs.
// Values:           whole  v8     used
//   target          alive  dead   dead   in the record in which the callback was made
function watch(target) {
  const registry = new FinalizationRegistry(() => {});
  registry.register(target, "");
  return registry;
}
keep.push(watch(track("target", {})));
