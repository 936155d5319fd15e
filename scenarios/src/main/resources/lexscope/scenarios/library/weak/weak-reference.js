// Title: A WeakRef keeps nothing
// Why: The target of a WeakRef is held until the end of the job that made it or looked at it, and no longer.
// Output:
//   true
// Values:           whole  v8     used
//   target          dead   dead   dead   only a weak reference leads to it
(function () {
  const reference = new WeakRef(track("target", {}));
  console.log(reference.deref() !== undefined);
  keep.push(reference);
})();
