// Title: A private field belongs to its instance
// Why: The field's value lives as long as the instance. A detached method that reads private fields keeps the private name,
//   not any instance.
// Rows: class
// Output:
//   kept
// Values:           whole  v8     used
//   keptField       alive  alive  alive  private field of the instance that is kept
//   droppedField    dead   dead   dead   private field of the instance that is gone
class Vault {
  #content;
  constructor(content) {
    this.#content = content;
  }
  read() {
    return this.#content;
  }
}
keep.push(new Vault(track("keptField", { name: "kept" })));
(function () {
  const vault = new Vault(track("droppedField", {}));
  keep.push(vault.read);
})();
console.log(keep[0].read().name);
