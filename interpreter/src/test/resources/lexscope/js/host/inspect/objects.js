console.log({}, { a: 1 }, { a: {} }, { a: { b: {} } }, { a: { b: { c: {} } } }, { a: { b: { c: { d: 1 } } } });
console.log({ a: [1, [2, [3, [4]]]] });
console.log({ a: { b: { c: [1] } }, x: { y: { z: new Map([[1, 2]]) } } });
console.log({ first: 'aaaaaaaaaaaaaaaaaaaa', second: 'bbbbbbbbbbbbbbbbbbbb', third: 'cccccccccccc' });
console.log({ first: 'aaaaaaaaaaaaaaaaaaaa', second: 'bbbbbbbbbbbbbbbbbbbb', third: 'ccccccccccccc' });
console.log({ first: 'aaaaaaaaaaaaaaaaaaaa', second: 'bbbbbbbbbbbbbbbbbbbb', third: 'cccccccccccccc' });
console.log({ first: 'aaaaaaaaaaaaaaaaaaaa', second: 'bbbbbbbbbbbbbbbbbbbb', third: 'ccccccccccccccccccccc' });
console.log({ a: { b: { c: 1, d: 2 }, e: { f: 3 } }, g: { h: { i: 4 } } });
console.log({ outer: { inner: { one: 'aaaaaaaaaaaaaaaaaaaaaaaaa', two: 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' } } });
console.log({ id: 1, name: 'x', tags: ['a', 'b'], nested: { list: [1, 2, 3], more: { deep: true } } });
console.log({ users: [{ name: 'Ann', age: 3, address: { city: 'X' } }, { name: 'Bob', age: 4, address: { city: 'Y', geo: { lat: 1 } } }] });
console.log(Object.fromEntries(Array.from({ length: 30 }, (_, i) => ['key' + i, i])));
console.log(Object.fromEntries(Array.from({ length: 130 }, (_, i) => ['k' + i, i])));
console.log({ [Symbol('sym')]: 1, [Symbol()]: 2, [Symbol('a\nb')]: 3 });
console.log({ get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} });
console.log({ __proto__: { inherited: 1 }, own: 2 });
console.log({ ['__proto__']: 1 });
console.log(Object.create(null), Object.assign(Object.create(null), { a: 1 }));
console.log(Object.create({}), Object.create({ a: 1 }), Object.create(Object.create(null)));
class Point { constructor() { this.x = 1; this.y = 2; } }
console.log(new Point(), [new Point()], { p: new Point() });
class Empty {}
console.log(new Empty(), [new Empty()], [[[new Empty()]]], [[[[new Empty()]]]], [[[[new Point()]]]]);
class Private { #secret = 1; shown = 2; static s = 3; }
console.log(new Private());
class Sub extends Point { z = 3; }
console.log(new Sub());
function Old() { this.v = 1; }
console.log(new Old(), Object.create(Old.prototype), Old.prototype);
console.log(Point.prototype, Sub.prototype, Object.prototype);
const anonymous = new (class { a = 1; })();
console.log(anonymous);
console.log({ constructor: 'x' }, { constructor: Point }, { a: 1, constructor: { name: 'Fake' } });
const hidden = Object.defineProperty({ seen: 1 }, 'hidden', { value: 2, enumerable: false });
console.log(hidden);
console.log({ toString() { return 'no'; } }, { toJSON() { return 1; } });
console.log({ f() {}, g: () => {}, async h() {}, *i() {}, async *j() {}, k: class {}, l: class M {} });
const deep = {}; let at = deep; for (let i = 0; i < 6; i++) at = at.next = {};
console.log(deep);
console.log((function () { return arguments; })(1, 'two', [3]), (function () { return arguments; })());
console.log([(function () { return arguments; })(1, 2)]);
console.log(globalThis === undefined, JSON, Math, Reflect, Atomics);
console.log({ a: 'x'.repeat(100) });
console.log({ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: { bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb: { c: 1 } } });
