// Title: A function declared in a block also makes a variable of the function
// Why: In sloppy code (Annex B) the declaration of `helper` in a block assigns the function to a `var` of the same name when
//   it is reached. That twin keeps `helper`, and so its block, in the record of the call.
// Rows: block
// Output:
//   true
// Values:           whole  v8     used
//   local           alive  dead   dead   through the var twin of `helper` in the record of the call
function setup() {
  {
    const local = track("local", {});
    function helper() {
      return local;
    }
  }
  keep.push(() => "kept");
  return typeof helper === "function";
}
console.log(setup());
