// Title: A closure made in `extends` sees the class scope
// Why: The heritage expression is evaluated inside the scope that binds the class's name. V8 has a context there because a
//   method mentions the name; the closure made in the clause keeps it.
// Rows: class
// Values:           whole  v8     used
//   Widget          alive  alive  dead   the class, bound in the scope in which the closure was made
class Base {}
function mixin(make) {
  keep.push(make);
  return Base;
}
(function () {
  class Widget extends mixin(() => "made") {
    own() {
      return Widget;
    }
  }
  track("Widget", Widget);
})();
