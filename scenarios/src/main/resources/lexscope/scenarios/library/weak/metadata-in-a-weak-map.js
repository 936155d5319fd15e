// Title: Metadata in a WeakMap lives with its key
// Why: An entry's value is alive when both the map and the key are. A value that leads back to its key does not keep it.
// Values:           whole  v8     used
//   key             alive  alive  alive  kept
//   value           alive  alive  alive  map and key are alive
//   lostKey         dead   dead   dead   reached only from its own value
//   lostValue       dead   dead   dead   its key is gone
(function () {
  const metadata = new WeakMap();
  const key = track("key", {});
  metadata.set(key, track("value", {}));
  const lost = track("lostKey", {});
  metadata.set(lost, track("lostValue", { owner: lost }));
  keep.push(metadata, key);
})();
