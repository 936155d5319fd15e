// Title: An instance of a module's class leads to the module's variables
// Why: Instance, prototype, class: the class was made in the module's context, which holds every captured top-level
//   variable, whatever the class itself needs.
// Rows: module, class, instance-pins-module
// Values:           whole  v8     used
//   registry        alive  alive  dead   captured by a function that is not exported and not kept
//   table           alive  alive  alive  used by a method of the class
//   plain           alive  dead   dead   captured by nobody
const registry = track("registry", new Map());
const table = track("table", {});
const plain = track("plain", {});
const register = (value) => registry.set(value, 1);
class Session {
  table() {
    return table;
  }
}
register(plain === null);
keep.push(new Session());
