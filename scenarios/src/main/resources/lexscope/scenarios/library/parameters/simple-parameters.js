// Title: Parameters are bindings like others
// Why: With simple parameters the parameters, the `var`s and the lexical declarations of the body are visible to every
//   closure of the body.
// Rows: simple-parameters
// Values:           whole  v8     used
//   used            alive  alive  alive  read by the closure
//   unused          alive  dead   dead   a parameter nobody captured
//   local           alive  dead   dead   a variable nobody captured
function setup(used, unused) {
  var local = track("local", {});
  unused.local = local === null;
  return () => used;
}
keep.push(setup(track("used", {}), track("unused", {})));
