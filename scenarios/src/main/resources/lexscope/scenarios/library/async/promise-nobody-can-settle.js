// Title: Waiting for ever keeps nothing
// Why: The resolve function of the awaited promise is gone, so nothing can ever resume the function. Promise, reaction and
//   suspended activation are an unreachable cycle.
// Rows: generator-async, unsettled-promise
// Values:           whole  v8     used
//   local           dead   dead   dead   part of a suspended activation that no root leads to
//   promise         dead   dead   dead   reached only from that activation
async function work() {
  const local = track("local", {});
  await track("promise", new Promise(() => {}));
  return local;
}
(function () {
  work();
})();
