// Title: A sibling that is gone keeps a value alive
// Why: `describe` is dropped at once, but because its text mentions `big` V8 allocates `big` in the one context that all
//   closures of the call share, and `size` keeps that context.
// Rows: sibling-closures
// Output:
//   3
// Values:           whole  v8     used
//   list            alive  alive  alive  read by `size`
//   big             alive  alive  dead   captured by `describe`, which no longer exists
function setup() {
  const list = track("list", [1, 2, 3]);
  const big = track("big", { bytes: "b".repeat(1000) });
  const describe = () => big.bytes.length;
  describe();
  return function size() {
    return list.length;
  };
}
keep.push(setup());
console.log(keep[0]());
