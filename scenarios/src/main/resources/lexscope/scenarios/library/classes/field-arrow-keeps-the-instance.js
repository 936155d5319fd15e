// Title: Field initialisers share one function
// Why: All initialisers of a class run in one synthetic function per instance in V8. The arrow of the first field uses
//   `this`, so the arrow of the second keeps the instance too.
// Rows: fields-static-blocks
// Values:           whole  v8     used
//   button          alive  alive  dead   captured as `this` by the arrow of another field
//   state           alive  alive  dead   a field of the instance
keep.push((function () {
  class Button {
    state = track("state", {});
    onClick = () => this.state;
    onIdle = () => "idle";
  }
  const button = track("button", new Button());
  return button.onIdle;
})());
