// Title: A suspended generator is like a running frame
// Why: It keeps all its bindings that are in scope where it stopped, captured or not, and what its function uses outside.
// Rows: generator-async
// Output:
//   1
// Values:           whole  v8     used
//   parameter       alive  alive  alive  a binding of the suspended activation, used later
//   local           alive  alive  alive  a binding of the suspended activation, used later
//   outside         alive  alive  alive  used by the generator function
//   nearby          alive  dead   dead   in the record around the generator function
function makeWalk() {
  const outside = track("outside", {});
  const nearby = track("nearby", {});
  nearby.size = 1;
  return function* walk(parameter) {
    const local = track("local", { n: 1 });
    yield local.n;
    yield [parameter, local, outside];
  };
}
keep.push(makeWalk()(track("parameter", {})));
console.log(keep[0].next().value);
