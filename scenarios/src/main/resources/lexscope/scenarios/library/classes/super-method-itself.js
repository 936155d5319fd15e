// Title: A detached method that uses `super`
// Why: The method needs its home object to find the parent's method: the edge exists under every policy.
// Rows: class
// Output:
//   base!
// Values:           whole  v8     used
//   prototype       alive  alive  alive  home object that the method uses
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
  }
  return track("prototype", Derived.prototype).describe;
})());
console.log(keep[0]());
