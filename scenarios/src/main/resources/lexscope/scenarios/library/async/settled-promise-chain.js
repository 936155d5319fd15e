// Title: A settled chain lets its callbacks go
// Why: When a reaction has run, neither the promise nor the job queue holds it.
// Output:
//   2
// Values:           whole  v8     used
//   first           dead   dead   dead   its callback has run
//   second          dead   dead   dead   its callback has run
//   result          alive  alive  alive  value of the promise that is kept
function start() {
  const first = track("first", { n: 1 });
  const second = track("second", { n: 1 });
  return Promise.resolve()
    .then(() => first.n)
    .then((n) => n + second.n)
    .then((n) => (console.log(n), track("result", {})));
}
keep.push(start());
