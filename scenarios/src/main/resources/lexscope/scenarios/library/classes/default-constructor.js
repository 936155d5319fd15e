// Title: A class without a constructor of its own
// Why: Its default constructor is a built-in function of the specification and has no environment. V8 makes an ordinary
//   function for it, which holds the context around the class.
// Rows: class
// Values:           whole  v8     used
//   withDefault     dead   alive  dead   in the context around a class without members
//   withOwn         alive  alive  dead   in the context around a class with a constructor
keep.push((function () {
  const withDefault = track("withDefault", {});
  const read = () => withDefault;
  read();
  return class {};
})());
keep.push((function () {
  const withOwn = track("withOwn", {});
  const read = () => withOwn;
  read();
  return class {
    constructor() {
      this.size = 1;
    }
  };
})());
