// Title: A closure in a WeakMap that captures its own key
// Why: The closure is reached only through the entry of `node`, so capturing `node` does not keep it. That is what sets
//   WeakMap apart from a Map with weak keys.
// Values:           whole  v8     used
//   node            dead   dead   dead   captured by a closure that is reached only through the node's own entry
//   handler         dead   dead   dead   its key is gone
const handlers = new WeakMap();
(function () {
  const node = track("node", {});
  handlers.set(node, track("handler", () => node));
})();
