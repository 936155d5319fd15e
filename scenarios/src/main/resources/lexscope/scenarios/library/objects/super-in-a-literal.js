// Title: `super` in one method of an object literal
// Why: The literal's methods share a context slot for the home object once one of them mentions `super`. A method taken
//   off the object keeps it; an arrow that is a property value was made outside that scope.
// Rows: object-literal-super, super-method-forces
// Values:           whole  v8     used
//   object          alive  alive  dead   home object of the literal whose method was taken
//   other           dead   dead   dead   the literal of which only an arrow was taken
(function () {
  keep.push(track("object", {
    describe() {
      return super.toString();
    },
    size() {
      return 0;
    },
  }).size);
})();
(function () {
  keep.push(track("other", {
    describe() {
      return super.toString();
    },
    arrow: () => 0,
  }).arrow);
})();
