// Title: A function declared in a block and used by a closure outside it
// Why: The closure refers to the `var` twin that Annex B makes; that keeps the function and what it captured.
// Rows: block
// Output:
//   local
// Values:           whole  v8     used
//   local           alive  alive  alive  captured by `helper`, which the kept closure uses
//   beside          alive  dead   dead   in the same block record
function setup() {
  {
    const local = track("local", { name: "local" });
    const beside = track("beside", {});
    beside.size = 1;
    function helper() {
      return local.name;
    }
  }
  keep.push(() => helper());
}
setup();
console.log(keep[0]());
