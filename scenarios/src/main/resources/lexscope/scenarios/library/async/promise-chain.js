// Title: A pending promise keeps its reactions
// Why: Each `then` puts a reaction into the promise below. As long as the first promise is pending and reachable, every
//   callback of the chain is.
// Values:           whole  v8     used
//   first           alive  alive  alive  used by the first callback
//   second          alive  alive  alive  used by the second callback
//   shared          alive  dead   dead   in the record of the call
function start(promise) {
  const first = track("first", {});
  const second = track("second", {});
  const shared = track("shared", {});
  shared.size = 1;
  promise.then(() => first).then(() => second);
}
keep.push(new Promise(() => {}));
start(keep[0]);
