// Title: Taking a module out of the cache
// Why: `require.cache` is an ordinary object. With the entry deleted, and the list of children emptied, the configuration
//   and its closures are free.
// Rows: simple-parameters
// Output:
//   one
// Values:           whole  v8     used
//   settings        dead   dead   dead   used by a function of a module that was forgotten
//   exports         dead   dead   dead   exports of that module
(function () {
  console.log(require("./config.cjs").name());
})();
delete require.cache[require.resolve("./config.cjs")];
if (module.children) {
  module.children.length = 0;
}
