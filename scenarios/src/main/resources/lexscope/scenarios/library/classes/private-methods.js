// Title: Private methods hang on each instance
// Why: An instance has its class's private methods, so it keeps what they use. Private names are not properties and no
//   method loses them when it is detached.
// Rows: class
// Output:
//   secret
// Values:           whole  v8     used
//   secret          alive  alive  alive  used by the private method of a kept instance
//   spare           alive  dead   dead   in the record around the class
function define() {
  const secret = track("secret", { text: "secret" });
  const spare = track("spare", {});
  spare.size = 1;
  return class Vault {
    #open() {
      return secret.text;
    }
    read() {
      return this.#open();
    }
  };
}
keep.push(new (define())());
console.log(keep[0].read());
