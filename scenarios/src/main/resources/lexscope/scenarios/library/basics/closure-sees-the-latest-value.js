// Title: Bindings are captured, not values
// Why: `greet` refers to the binding. When the binding is given another value the old one is no longer held.
// Output:
//   second
// Values:           whole  v8     used
//   first           dead   dead   dead   replaced before the closure ever ran
//   second          alive  alive  alive  the current value of the binding
function setup() {
  let name = track("first", { text: "first" });
  keep.push(() => name.text);
  name = track("second", { text: "second" });
}
setup();
console.log(keep[0]());
