class Leaf {
  constructor(n) {
    this.n = { value: n };
  }
}
function leaf(n) {
  return new Leaf(n);
}
function plain(n) {
  return { plain: n };
}
function middle(n) {
  plain(n);
  return n % 2 ? leaf(n) : [leaf(n)][0];
}
function deep(n) {
  return n === 0 ? middle(1) : deep(n - 1);
}
function mapped() {
  return [1, 2, 3].map(function each(n) {
    return leaf(n);
  });
}
function sorted() {
  return [5, 3].sort((a, b) => {
    kept.push(leaf(a));
    return a - b;
  });
}
class Base { field = leaf(7);
  // For V8 the initializer begins where the class does.
}
class Derived extends Base {}
function* numbers() {
  yield leaf(1);
  yield leaf(2);
}
globalThis.kept = [];
for (let n = 0; n < 1000; n++) kept.push(middle(n));
kept.push(deep(20), mapped(), sorted(), new Derived(), [...numbers()]);
kept.push({ get x() { return leaf(3); } }.x);
