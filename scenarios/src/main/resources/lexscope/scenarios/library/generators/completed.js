// Title: A completed generator keeps nothing
// Why: Its activation is over. V8's generator object still has the parameters and the last context: left open there.
// Rows: generator-async, completed-generator
// Output:
//   done
// Values:           whole  v8     used
//   parameter       dead   either dead   a parameter of the completed activation
//   captured        dead   either dead   a captured local of the completed activation
//   local           dead   dead   dead   a local on the stack
function* walk(parameter) {
  const captured = track("captured", {});
  const local = track("local", {});
  const read = () => [captured, parameter];
  yield local.size;
  read();
}
(function () {
  const iterator = walk(track("parameter", {}));
  for (const value of iterator) {
    console.log(value === undefined ? "done" : "no");
  }
  keep.push(iterator);
})();
