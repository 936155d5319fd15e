// Title: Passing a value through a call keeps the rest out
// Why: The kept closure is made in the call of the inner function, whose record holds `size` alone. But that record's outer
//   record is the one of `setup`, so the specification still keeps `big`; V8 has no context for `setup`.
// Output:
//   7
// Values:           whole  v8     used
//   big             alive  dead   dead   only through the outer record
//   size            alive  alive  alive  a parameter of the inner call
function setup() {
  const big = track("big", { length: 7 });
  return ((size) => () => size.value)(track("size", { value: big.length }));
}
keep.push(setup());
console.log(keep[0]());
