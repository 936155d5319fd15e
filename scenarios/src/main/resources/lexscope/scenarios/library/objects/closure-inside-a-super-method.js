// Title: A closure made in a method that uses `super`
// Why: The arrow itself does not mention `super`; the method around it does, so V8's context chain of the arrow includes
//   the home object.
// Rows: object-literal-super
// Output:
//   3
// Values:           whole  v8     used
//   object          alive  alive  dead   home object of the method in which the arrow was made
(function () {
  const make = track("object", {
    make() {
      const size = super.toString().length > 0 ? 3 : 0;
      return () => size;
    },
  }).make;
  keep.push(make());
})();
console.log(keep[0]());
