// Title: What the other methods use
// Why: In a class without `super` a detached method leads neither to the class nor to its sibling methods, but all methods
//   were made in the same context, in which V8 put what each of them uses.
// Rows: class, sibling-closures
// Values:           whole  v8     used
//   table           alive  alive  alive  used by the kept method
//   index           alive  alive  dead   used by another method only
function define() {
  const table = track("table", {});
  const index = track("index", {});
  return class Reader {
    read() {
      return table;
    }
    find() {
      return index;
    }
  };
}
keep.push(define().prototype.read);
