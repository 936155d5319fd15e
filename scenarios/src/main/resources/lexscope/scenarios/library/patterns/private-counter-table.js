// Title: A table of closures with one big helper
// Why: A dispatch table is built once. `parse` needs the grammar; picking `version` from the table keeps the grammar in V8.
// Rows: sibling-closures
// Output:
//   1.0
// Values:           whole  v8     used
//   grammar         alive  alive  dead   captured by an entry of the table that is gone
//   table           dead   dead   dead   the table itself was not bound in the call
function makeTable() {
  const grammar = track("grammar", {});
  return track("table", {
    version: () => "1.0",
    parse: (text) => [grammar, text],
  });
}
keep.push(makeTable().version);
console.log(keep[0]());
