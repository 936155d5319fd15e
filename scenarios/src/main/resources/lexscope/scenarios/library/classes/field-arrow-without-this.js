// Title: A field's arrow that does not use `this`
// Why: No initialiser captures `this`; only the specification's function record holds the instance.
// Rows: fields-static-blocks
// Values:           whole  v8     used
//   button          alive  dead   dead   [[ThisValue]] of the initialiser's record
keep.push((function () {
  class Button {
    onIdle = () => "idle";
  }
  return track("button", new Button()).onIdle;
})());
