// Title: A method taken off an object literal
// Why: Concise methods have [[HomeObject]] in the specification. Without `super` V8 has no use for it. A function that is
//   the value of an ordinary property has no home object at all.
// Rows: object-literal-super
// Values:           whole  v8     used
//   object          alive  dead   dead   [[HomeObject]] of the concise method
//   plain           dead   dead   dead   a function expression has no home object
(function () {
  keep.push(track("object", {
    size() {
      return 0;
    },
  }).size);
})();
(function () {
  keep.push(track("plain", {
    size: function () {
      return 0;
    },
  }).size);
})();
