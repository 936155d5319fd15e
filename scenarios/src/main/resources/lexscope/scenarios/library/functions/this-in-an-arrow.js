// Title: An arrow that uses `this` shares it with its siblings
// Why: `this` is a binding of the method's record. Because one arrow captures it V8 gives it a context slot, which the other
//   arrow keeps too.
// Rows: this-new-target
// Values:           whole  v8     used
//   widget          alive  alive  dead   captured as `this` by an arrow that is gone
function makeWidget() {
  return track("widget", {
    open() {
      const refresh = () => this;
      refresh();
      return () => "open";
    },
  });
}
keep.push(makeWidget().open());
