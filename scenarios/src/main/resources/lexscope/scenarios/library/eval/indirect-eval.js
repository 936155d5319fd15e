// Title: An indirect eval is global code
// Why: `(0, eval)(…)` is an ordinary call of a function: the text sees global bindings only, and nothing is captured for it.
// Rows: direct-eval
// Output:
//   undefined
// Values:           whole  v8     used
//   local           alive  dead   dead   not visible to the text
function setup() {
  const local = track("local", {});
  local.size = 1;
  return () => (0, eval)("typeof local");
}
keep.push(setup());
console.log(keep[0]());
