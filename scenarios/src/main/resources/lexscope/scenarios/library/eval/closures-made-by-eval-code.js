// Title: Closures that eval code makes
// Why: The `let`s and `const`s of eval code are always in a context in V8. A closure made by the code keeps all of them and
//   the captured variables around the call.
// Rows: eval-code, direct-eval
// Values:           whole  v8     used
//   used            alive  alive  alive  read by the closure
//   beside          alive  alive  dead   another `const` of the eval code
//   local           alive  alive  dead   a local of the function that called eval
function setup() {
  const local = track("local", {});
  local.size = 1;
  return eval('const used = track("used", {}); const beside = track("beside", {}); beside.size = 1; () => used');
}
keep.push(setup());
