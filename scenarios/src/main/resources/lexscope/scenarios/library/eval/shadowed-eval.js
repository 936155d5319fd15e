// Title: The syntax decides, whatever `eval` is bound to
// Why: The parameter named `eval` is an ordinary function here. Nobody can know that beforehand, so the call still captures
//   everything.
// Rows: direct-eval
// Output:
//   called
// Values:           whole  v8     used
//   local           alive  alive  alive  visible where the call stands
function setup(eval) {
  const local = track("local", {});
  local.size = 1;
  return () => eval("typeof local");
}
keep.push(setup(() => "called"));
console.log(keep[0]());
