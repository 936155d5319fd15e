// Title: Getter and setter of one property share a context
// Why: The setter is taken off the object. The getter alone uses `current`, but `validate` was captured by the setter.
// Rows: sibling-closures
// Values:           whole  v8     used
//   current         alive  alive  alive  read by the getter
//   validator       alive  alive  dead   used by the setter, which is gone
function setup() {
  let current = track("current", {});
  const validator = track("validator", {});
  const object = {
    get value() {
      return current;
    },
    set value(next) {
      current = validator && next;
    },
  };
  return Object.getOwnPropertyDescriptor(object, "value").get;
}
keep.push(setup());
