// Title: A method that mentions its class
// Why: The class body has a scope with an inner binding of the class's name. V8 gives it a context because one method uses
//   the name; every method of the class shares it. A detached method has its home object in the specification.
// Rows: class
// Values:           whole  v8     used
//   Account         alive  alive  dead   bound to its name in the class scope
//   bank            alive  alive  dead   a static property of the class
const readZero = (function () {
  const C = track("Account", class Account {
    static bank = track("bank", {});
    owner() {
      return Account.bank;
    }
    zero() {
      return 0;
    }
  });
  return C.prototype.zero;
})();
keep.push(readZero);
