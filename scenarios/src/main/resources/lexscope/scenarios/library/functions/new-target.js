// Title: `new.target` captured by an arrow
// Why: new.target is a field of the function record. V8 makes it a context slot when an arrow mentions it.
// Rows: this-new-target
// Values:           whole  v8     used
//   Derived         alive  alive  dead   the new target of the call, captured by an arrow that is gone
function Base() {
  const target = () => new.target;
  target();
  keep.push(() => "made");
}
Reflect.construct(Base, [], track("Derived", function () {}));
