// Title: A class as a private store
// Why: The class keeps its static private field; an instance keeps the class by its prototype's `constructor`.
// Rows: class, fields-static-blocks
// Output:
//   1
// Values:           whole  v8     used
//   registry        alive  alive  alive  static private field, reached from the instance
keep.push((function () {
  class Session {
    static #registry = track("registry", new Set());
    constructor() {
      Session.#registry.add(1);
    }
    count() {
      return Session.#registry.size;
    }
  }
  return new Session();
})());
console.log(keep[0].count());
