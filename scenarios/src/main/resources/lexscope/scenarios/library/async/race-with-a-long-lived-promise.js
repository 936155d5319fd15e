// Title: Promise.race leaves a reaction on the loser
// Why: Each race adds reactions to the promise that never settles. They hold the resolving functions of the race, which keep
//   its promise and so its result.
// Rows: resolve-keeps-promise
// Output:
//   winner
// Values:           whole  v8     used
//   result          alive  alive  alive  result of a race that is over, held by the promise that lost
//   input           dead   dead   dead   the promise that won is held by nobody
const never = new Promise(() => {});
(async () => {
  const winner = track("result", { name: "winner" });
  const result = await Promise.race([never, track("input", Promise.resolve(winner))]);
  console.log(result.name);
})();
