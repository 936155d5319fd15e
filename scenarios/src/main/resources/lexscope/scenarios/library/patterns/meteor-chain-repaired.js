// Title: The chain cut by one assignment
// Why: Setting `original` to null at the end of each turn leaves the shared context with nothing to keep.
// Output:
//   4
// Values:           whole  v8     used
//   thing0          dead   dead   dead   the binding that led here holds null
//   thing3          dead   dead   dead   the binding that led here holds null
//   thing4          alive  alive  alive  the current thing
let thing = null;
let turn = 0;
function replaceThing() {
  let original = thing;
  const unused = () => original && console.log("hi");
  const next = { text: "*".repeat(100), method: () => "done" };
  thing = turn === 0 || turn >= 3 ? track("thing" + turn, next) : next;
  turn++;
  original = null;
  return unused === thing;
}
for (let i = 0; i < 5; i++) {
  replaceThing();
}
console.log(turn - 1);
