// Title: Strict eval code has variables of its own
// Why: In strict code the `var` belongs to the evaluation and goes with it.
// Rows: eval-code, direct-eval
// Output:
//   undefined
// Values:           whole  v8     used
//   own             dead   dead   dead   a variable of an evaluation that is over
//   local           alive  alive  dead   captured because of the eval
function setup() {
  "use strict";
  const local = track("local", {});
  local.size = 1;
  eval('var own = track("own", {}); own.size = 1');
  console.log(typeof own);
  return () => "kept";
}
keep.push(setup());
