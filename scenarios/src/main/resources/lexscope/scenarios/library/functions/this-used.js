// Title: The receiver that an arrow needs
// Why: The arrow is made in a method and reads `this`: it keeps the receiver under every policy. An ordinary function nested
//   there has a `this` of its own.
// Rows: this-new-target
// Output:
//   7
// Values:           whole  v8     used
//   receiver        alive  alive  alive  used by the arrow
//   other           alive  dead   dead   receiver of a call whose inner function has its own `this`
function methodWithArrow() {
  return () => this.size;
}
function methodWithFunction() {
  return function () {
    return this;
  };
}
keep.push(methodWithArrow.call(track("receiver", { size: 7 })));
keep.push(methodWithFunction.call(track("other", {})));
console.log(keep[0]());
