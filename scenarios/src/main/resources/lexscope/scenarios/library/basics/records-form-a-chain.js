// Title: A captured variable two scopes out
// Why: `inner` needs nothing of `outer`. But another closure of `outer` captured `file`, so `outer` has a context, and every
//   context on the way out belongs to the chain of `inner`.
// Rows: sibling-closures
// Values:           whole  v8     used
//   file            alive  alive  dead   in the context of the outer call, captured by a sibling of the middle function
//   line            alive  alive  alive  read by the kept closure
function outer() {
  const file = track("file", {});
  const reload = () => file;
  function middle() {
    const line = track("line", {});
    return function inner() {
      return line;
    };
  }
  reload();
  return middle();
}
keep.push(outer());
