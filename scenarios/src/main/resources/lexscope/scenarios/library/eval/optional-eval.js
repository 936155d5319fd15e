// Title: `eval?.()` is indirect
// Why: Only the plain call `eval(…)`, also in parentheses, is a direct eval. An optional call is not.
// Rows: direct-eval
// Output:
//   undefined object
// Values:           whole  v8     used
//   local           alive  dead   dead   not visible to the text of the optional call
//   visible         alive  alive  alive  visible to the text of the call of `(eval)`
function optional() {
  const local = track("local", {});
  local.size = 1;
  return () => eval?.("typeof local");
}
function parenthesised() {
  const visible = track("visible", {});
  return () => (eval)("typeof visible");
}
keep.push(optional(), parenthesised());
console.log(keep[0](), keep[1]());
