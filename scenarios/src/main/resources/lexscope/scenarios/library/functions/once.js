// Title: `once` that forgets its function
// Why: After the first call the wrapper sets its binding to null. The function and what it captured are free; the result
//   stays.
// Output:
//   1 1
// Values:           whole  v8     used
//   config          dead   dead   dead   captured by the function that `once` has let go
//   result          alive  alive  alive  remembered by the wrapper
function once(action) {
  let result;
  return () => {
    if (action !== null) {
      result = action();
      action = null;
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
