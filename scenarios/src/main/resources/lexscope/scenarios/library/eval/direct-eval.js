// Title: A direct eval may name anything
// Why: The text is not known beforehand, so every variable that the call can see is captured, in sloppy and in strict code,
//   in all scopes around it, though not in the scope of a function beside.
// Rows: direct-eval
// Output:
//   2
// Values:           whole  v8     used
//   outer           alive  alive  alive  visible at the eval
//   inner           alive  alive  alive  visible at the eval
//   hidden          dead   dead   dead   a local of a function beside the closure
function outerScope() {
  const outer = track("outer", {});
  function beside() {
    const hidden = track("hidden", {});
    hidden.size = 1;
  }
  beside();
  return (function () {
    "use strict";
    const inner = track("inner", {});
    return (text) => eval(text);
  })();
}
keep.push(outerScope());
console.log(keep[0]("1 + 1"));
