function named() {}
const arrow = () => {};
const anonymous = (() => () => {})();
console.log(named, arrow, anonymous, function () {}, [named, arrow, anonymous]);
console.log(async function a() {}, function* g() {}, async function* ag() {}, async () => {});
console.log([async function a() {}, function* g() {}, async function* ag() {}]);
console.log({ method() {}, get: named, async am() {} });
class A {}
class B extends A { static x = 1; }
class C extends (class {}) {}
class N extends null {}
console.log(A, B, C, N, class {}, class extends A {}, [A, B], { A, B });
console.log(class Foo { static bar() {} }, class Foo { static bar = 'x'; static [Symbol.for('s')] = 1; });
named.prop = { a: 1 };
console.log(named, [named], { named });
console.log(named.bind(null), arrow.bind(null), (() => {}).bind(null));
console.log(Object, Array, Map, Math.max, parseInt, console.log, Function.prototype, Symbol, Promise);
const renamed = function original() {}; Object.defineProperty(renamed, 'name', { value: 'changed' });
console.log(renamed);
const unnamed = function original() {}; delete unnamed.name;
console.log(unnamed);
const bare = function bare() {}; Object.setPrototypeOf(bare, null);
console.log(bare);
const other = function other() {}; Object.setPrototypeOf(other, { inherited: 1 });
console.log(other);
function* gen() { yield 1; }
console.log(gen(), Object.getPrototypeOf(gen()), gen.prototype);
async function* agen() {}
console.log(agen());
class Tagged { static get [Symbol.toStringTag]() { return 'T'; } }
console.log(Tagged);
console.log((class { static name = 'own'; }), (class { static name() {} }));
console.log([function aLongFunctionName() {}, function anotherLongFunctionName() {}, class AnotherLongClassName {}]);
class Base { constructor() { this.kind = new.target; } }
class Derived extends Base {}
console.log(new Derived());
