// Title: An arrow in a static block that uses `this`
// Why: `this` is the class. The kept arrow does not use it, a sibling does.
// Rows: fields-static-blocks, this-new-target
// Values:           whole  v8     used
//   Registry        alive  alive  dead   captured as `this` by an arrow that is gone
(function () {
  class Registry {
    static {
      track("Registry", this);
      const self = () => this;
      self();
      keep.push(() => "registered");
    }
  }
})();
