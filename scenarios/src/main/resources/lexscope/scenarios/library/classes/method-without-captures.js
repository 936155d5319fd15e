// Title: A detached method of a class that needs nothing
// Why: The specification's method keeps [[HomeObject]], the prototype, and by `constructor` the class. V8 and a
//   space-saving engine have no use for the home object without `super`.
// Rows: class
// Values:           whole  v8     used
//   Account         alive  dead   dead   through the prototype's `constructor`
//   prototype       alive  dead   dead   [[HomeObject]] of the detached method
keep.push((function () {
  const C = class {
    zero() {
      return 0;
    }
  };
  track("Account", C);
  return track("prototype", C.prototype).zero;
})());
