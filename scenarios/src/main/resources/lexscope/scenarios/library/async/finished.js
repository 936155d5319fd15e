// Title: An async function that has finished
// Why: The activation is over when the function returns. Its promise is dropped, its result with it.
// Rows: generator-async
// Output:
//   result
// Values:           whole  v8     used
//   local           dead   dead   dead   a binding of an activation that has ended
//   result          dead   dead   dead   the promise of the call was dropped
async function work() {
  const local = track("local", {});
  await null;
  local.size = 1;
  return track("result", { name: "result" });
}
(async () => {
  const result = await work();
  console.log(result.name);
})();
