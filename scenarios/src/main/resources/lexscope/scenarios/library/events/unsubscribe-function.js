// Title: An unsubscribe function beside its listener
// Why: After unsubscribing the listener is gone. The unsubscribe function itself is kept; it was made beside the listener and
//   mentions it, because it has to remove it.
// Output:
//   7
// Values:           whole  v8     used
//   emitter         alive  alive  alive  used by the unsubscribe function
//   listener        alive  alive  alive  used by the unsubscribe function
//   model           alive  alive  alive  used by the listener
function subscribe(emitter, model) {
  const listener = track("listener", (event) => console.log(model.base + event.n));
  emitter.listeners.add(listener);
  return () => emitter.listeners.delete(listener);
}
(function () {
  const emitter = track("emitter", { listeners: new Set() });
  const unsubscribe = subscribe(emitter, track("model", { base: 3 }));
  emitter.listeners.forEach((listener) => listener({ n: 4 }));
  unsubscribe();
  keep.push(unsubscribe);
})();
