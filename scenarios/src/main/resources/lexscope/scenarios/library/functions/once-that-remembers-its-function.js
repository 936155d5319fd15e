// Title: `once` that only sets a flag
// Why: The wrapper never calls `action` again, but its text still mentions it, and so does the binding.
// Output:
//   1 1
// Values:           whole  v8     used
//   config          alive  alive  alive  captured by `action`, which is still bound
//   result          alive  alive  alive  remembered by the wrapper
function once(action) {
  let called = false;
  let result;
  return () => {
    if (!called) {
      called = true;
      result = action();
    }
    return result.value;
  };
}
function setup() {
  const config = track("config", { value: 1 });
  return once(() => track("result", { value: config.value }));
}
keep.push(setup());
console.log(keep[0](), keep[0]());
