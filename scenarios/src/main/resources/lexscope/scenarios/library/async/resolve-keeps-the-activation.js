// Title: Who holds `resolve` holds the waiting function
// Why: The resolve function leads to the promise, its reactions and the suspended activation.
// Rows: generator-async
// Values:           whole  v8     used
//   local           alive  alive  alive  a binding of the suspended activation, used later
//   nearby          dead   dead   dead   a local of a call that has returned
async function work(promise) {
  const local = track("local", {});
  await promise;
  return local;
}
function start() {
  const nearby = track("nearby", {});
  nearby.size = 1;
  work(new Promise(remember));
}
function remember(resolve) {
  keep.push(resolve);
}
start();
