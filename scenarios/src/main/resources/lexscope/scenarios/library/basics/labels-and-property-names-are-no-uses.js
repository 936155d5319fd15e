// Title: What counts as a use of a binding
// Why: `typeof`, `delete` and a write are references, even in dead code. A label, a property name and a string are not.
// Output:
//   ok
// Values:           whole  v8     used
//   typed           alive  alive  alive  `typeof typed` refers to the binding
//   written         alive  alive  alive  an assignment in dead code refers to the binding
//   deleted         alive  alive  alive  `delete deleted` refers to the binding
//   label           alive  dead   dead   only a label of that name
//   property        alive  dead   dead   only a property name
function setup() {
  var typed = track("typed", {});
  var written = track("written", {});
  var deleted = track("deleted", {});
  var label = track("label", {});
  var property = track("property", {});
  return function closure() {
    label: for (;;) {
      break label;
    }
    if (false) {
      written = null;
      delete deleted;
    }
    return typeof typed === "object" && { property: 1 }.property === 1 ? "ok" : "no";
  };
}
keep.push(setup());
console.log(keep[0]());
