// Title: A debounced function keeps its last arguments
// Why: The pending timer captured the arguments of the last call. When it has fired, the wrapper is all that stays, and with
//   it, in V8, the context of the wrapper alone.
// Output:
//   saved 2
// Values:           whole  v8     used
//   save            alive  alive  alive  the function that the wrapper calls
//   first           dead   dead   dead   its timer was cancelled by the second call
//   second          dead   dead   dead   its timer has fired
function debounce(action, wait) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), wait);
  };
}
keep.push(debounce(track("save", (document) => console.log("saved", document.version)), 100));
keep[0](track("first", { version: 1 }));
keep[0](track("second", { version: 2 }));
