// Title: One method with `super` makes all methods keep the home object
// Why: Only `describe` mentions `super`. V8 stores the home object in the class context, which the methods share; a detached
//   `size` keeps it.
// Rows: class, super-method-forces
// Values:           whole  v8     used
//   prototype       alive  alive  dead   home object, wanted by a sibling method
//   annotation      alive  alive  dead   a property of the prototype
class Base {
  describe() {
    return "base";
  }
}
keep.push((function () {
  class Derived extends Base {
    describe() {
      return super.describe() + "!";
    }
    size() {
      return 0;
    }
  }
  track("prototype", Derived.prototype).annotation = track("annotation", {});
  return Derived.prototype.size;
})());
