// Title: A cache that is filled by closures per request
// Why: The cached loader is a closure of the request that asked first. It needs the id alone; but the request's error
//   handler, made in the same call, captured the request.
// Rows: sibling-closures
// Output:
//   item 1
// Values:           whole  v8     used
//   id              alive  alive  alive  used by the cached loader
//   request         alive  alive  dead   captured by the error handler of the request
//   response        alive  dead   dead   a local of the request's call
const cache = new Map();
function handle(request) {
  const id = track("id", { n: request.n });
  const response = track("response", {});
  const fail = (error) => [error, request];
  if (!cache.has(request.n)) {
    cache.set(request.n, () => "item " + id.n);
  }
  response.body = cache.get(request.n)();
  return fail && response.body;
}
console.log(handle(track("request", { n: 1 })));
