// Title: An async arrow that uses `this` later
// Why: The suspended arrow has no `this` of its own: it keeps the receiver of the method around it.
// Rows: generator-async, this-new-target
// Values:           whole  v8     used
//   receiver        alive  alive  alive  used by the arrow after the suspension point
//   local           alive  dead   dead   in the record of the method
function method(promise) {
  const local = track("local", {});
  local.size = 1;
  (async () => {
    await promise;
    return this;
  })();
}
keep.push(new Promise(() => {}));
method.call(track("receiver", {}), keep[0]);
