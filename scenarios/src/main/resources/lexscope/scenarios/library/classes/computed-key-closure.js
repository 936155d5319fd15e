// Title: A closure made in a computed key
// Why: Keys are evaluated in the class scope. The closure keeps the class where a method made V8 allocate its name.
// Rows: class
// Values:           whole  v8     used
//   Table           alive  alive  dead   bound in the class scope, mentioned by a method
//   nearby          alive  dead   dead   in the record around the class
(function () {
  const nearby = track("nearby", {});
  class Table {
    [(keep.push(() => "key"), "rows")]() {
      return Table;
    }
  }
  nearby.table = track("Table", Table).name;
})();
