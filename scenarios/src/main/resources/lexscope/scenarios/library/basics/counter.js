// Title: A counter keeps its count
// Why: The closure refers to `count` and to nothing else of the call that made it. The specification keeps the whole
//   Environment Record of that call, so `scratch` stays with it; V8 never puts `scratch` into a context.
// Rows: simple-parameters
// Output:
//   1 2
// Values:           whole  v8     used
//   count           alive  alive  alive  read and written by the kept closure
//   scratch         alive  dead   dead   in the same record, referred to by no closure
function makeCounter() {
  const count = track("count", { value: 0 });
  const scratch = track("scratch", new Array(100).fill(0));
  scratch.length = 0;
  return function increment() {
    return ++count.value;
  };
}
const counter = makeCounter();
console.log(counter(), counter());
