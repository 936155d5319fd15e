// Title: A generator that was not started
// Why: The call has bound the parameters and nothing else.
// Rows: generator-async
// Values:           whole  v8     used
//   parameter       alive  alive  alive  bound when the generator was made
//   nearby          dead   dead   dead   a local of the function that called it
function* walk(parameter) {
  yield parameter;
}
function start() {
  const nearby = track("nearby", {});
  nearby.size = 1;
  return walk(track("parameter", {}));
}
keep.push(start());
