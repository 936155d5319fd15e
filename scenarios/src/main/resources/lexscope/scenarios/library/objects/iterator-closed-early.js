// Title: Leaving for-of early closes the iterator
// Why: `break` calls `return`, which completes the generator: its `finally` runs and its activation is gone, although the
//   generator object is kept. Whether a completed generator still holds its parameters is left open.
// Rows: generator-async, completed-generator
// Output:
//   closed
// Values:           whole  v8     used
//   buffer          dead   dead   dead   a local of the completed activation
//   source          dead   either dead   a parameter of the completed generator
function* lines(source) {
  const buffer = track("buffer", {});
  try {
    yield buffer.size;
    yield source.size;
  } finally {
    console.log("closed");
  }
}
(function () {
  const iterator = lines(track("source", {}));
  keep.push(iterator);
  for (const line of iterator) {
    if (line === undefined) {
      break;
    }
  }
})();
