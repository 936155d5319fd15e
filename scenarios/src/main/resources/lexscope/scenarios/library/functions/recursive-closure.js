// Title: A closure that calls itself by name
// Why: The kept function refers to its own name, so the name binding leads back to it; what else stands in the record of the
//   call is of no use to it.
// Rows: named-function-expression
// Output:
//   24
// Values:           whole  v8     used
//   factorial       alive  alive  alive  kept, and used by its own body
//   table           alive  dead   dead   in the record of the call around it
function setup() {
  const table = track("table", {});
  table.size = 1;
  return track("factorial", function factorial(n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  });
}
keep.push(setup());
console.log(keep[0](4));
