// Title: A resolve function that was called still has its promise
// Why: The resolving functions have [[Promise]] and an [[AlreadyResolved]] record; calling them does not clear it. The
//   settled promise keeps its result, but its reactions are gone.
// Rows: resolve-keeps-promise
// Output:
//   settled
// Values:           whole  v8     used
//   promise         alive  alive  alive  [[Promise]] of the resolve function
//   result          alive  alive  alive  [[PromiseResult]]
//   reaction        dead   dead   dead   reactions are dropped when the promise settles
function start() {
  const promise = track("promise", new Promise(remember));
  promise.then(track("reaction", () => console.log("settled")));
}
function remember(resolve) {
  keep.push(resolve);
}
start();
keep[0](track("result", {}));
