// Title: Top-level bindings of a script are roots
// Why: `let`, `const` and `class` go to the global declarative record, `var` and functions become properties of the global
//   object. Neither goes away while the realm exists, whether anything uses them or not.
// Rows: script-scope
// Values:           whole  v8     used
//   byLet           alive  alive  alive  global declarative record
//   byConst         alive  alive  alive  global declarative record
//   byClass         alive  alive  alive  global declarative record
//   byVar           alive  alive  alive  property of the global object
//   byFunction      alive  alive  alive  property of the global object
//   inBlock         dead   dead   dead   the block's record is gone after the block
let topLet = track("byLet", {});
const topConst = track("byConst", {});
class TopClass {}
track("byClass", TopClass);
var topVar = track("byVar", {});
function topFunction() {}
track("byFunction", topFunction);
{
  const local = track("inBlock", {});
  local.used = true;
}
