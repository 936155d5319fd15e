// Title: Each replacement keeps the one before it
// Why: `unused` mentions `original`, so every call's context has it, and `method`, which needs nothing, keeps that context.
//   Each new thing therefore leads to the one before: a chain that grows with every turn, though no closure that is alive
//   mentions `original`.
// Rows: sibling-closures
// Output:
//   4
// Values:           whole  v8     used
//   thing0          alive  alive  dead   four links down the chain
//   thing1          alive  alive  dead   three links down the chain
//   thing2          alive  alive  dead   two links down the chain
//   thing3          alive  alive  dead   one link down the chain
//   thing4          alive  alive  alive  the current thing
let thing = null;
let turn = 0;
function replaceThing() {
  const original = thing;
  const unused = () => original && console.log("hi");
  thing = track("thing" + turn++, {
    text: "*".repeat(100),
    method: () => "done",
  });
  return unused === thing;
}
const id = setInterval(() => {
  replaceThing();
  if (turn === 5) {
    clearInterval(id);
    console.log(turn - 1);
  }
}, 10);
