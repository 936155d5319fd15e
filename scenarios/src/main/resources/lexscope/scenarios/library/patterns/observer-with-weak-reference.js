// Title: A listener that knows its view only weakly
// Why: The listener made by a separate function holds a WeakRef. When the view has gone it finds nothing.
// Output:
//   gone
// Values:           whole  v8     used
//   view            dead   dead   dead   only a weak reference leads to it
const listeners = [];
function listenWeakly(reference) {
  listeners.push(() => (reference.deref() ? "there" : "gone"));
}
(function () {
  listenWeakly(new WeakRef(track("view", {})));
})();
setTimeout(() => {}, 10);
const registry = new FinalizationRegistry(() => console.log(listeners[0]()));
(function () {
  const probe = {};
  registry.register(probe, 0);
})();
