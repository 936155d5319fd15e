// Title: A function in a top-level block becomes a global
// Why: In a sloppy script the `var` twin of `helper` is a property of the global object. It is a root and keeps the record
//   of the block for ever.
// Rows: script-scope, block
// Output:
//   function
// Values:           whole  v8     used
//   local           alive  alive  alive  captured by the function that is now a global
//   beside          alive  dead   dead   in the block record, captured by nobody
{
  const local = track("local", {});
  const beside = track("beside", {});
  beside.size = 1;
  function helper() {
    return local;
  }
}
console.log(typeof globalThis.helper);
