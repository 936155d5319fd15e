// Title: A memoized function keeps every result
// Why: The cache is a Map that the wrapper uses, and it never forgets.
// Output:
//   true
// Values:           whole  v8     used
//   result1         alive  alive  alive  in the cache
//   result2         alive  alive  alive  in the cache
//   request         dead   dead   dead   an argument of the function that computed
function memoize(compute) {
  const cache = new Map();
  return (key) => {
    if (!cache.has(key)) {
      cache.set(key, compute({ key }));
    }
    return cache.get(key);
  };
}
let first = true;
keep.push(memoize((request) => {
  if (first) {
    track("request", request);
    first = false;
  }
  return track("result" + request.key, {});
}));
keep[0](1);
keep[0](2);
console.log(keep[0](1) === keep[0](1));
