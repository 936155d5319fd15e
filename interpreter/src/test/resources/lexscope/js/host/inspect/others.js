console.log(new Date(0), [new Date(86400000)], { d: new Date(1e12) }, new Date(NaN));
console.log(Object.assign(new Date(0), { a: 1 }));
console.log(/a/g, [/b\/c/i], { r: /[/]/u }, Object.assign(/x/, { p: 1 }));
console.log(new Number(1), new Number(-0), new String('abc'), new Boolean(false), Object(1n), Object(Symbol('s')));
console.log([new Number(1), new String("it's")], Object.assign(new String('abc'), { p: 1 }), Object.assign(new Number(3), { q: 1 }));
class MyString extends String {}
class MyNumber extends Number {}
console.log(new MyString('x'), new MyNumber(2));
console.log(new ArrayBuffer(4), new ArrayBuffer(0), new Uint8Array([1, 2, 255]).buffer, { b: new ArrayBuffer(2) });
console.log(new ArrayBuffer(120));
console.log(new Uint8Array(3), new Float64Array([1.5, -0, NaN]), new BigInt64Array([1n, -2n]), new Int8Array(0));
console.log(new Uint16Array(200));
console.log(Object.assign(new Uint8Array(2), { p: 1 }));
console.log(new DataView(new ArrayBuffer(3), 1));
console.log([[new Uint8Array(2)]], [[[new Uint8Array(2)]]], [[[new ArrayBuffer(2)]]]);
console.log(Promise.resolve(1), Promise.resolve({ a: { b: 1 } }), new Promise(() => {}), [Promise.resolve('x')]);
const rejected = Promise.reject(3); rejected.catch(() => {});
console.log(rejected);
console.log(Object.assign(Promise.resolve(1), { extra: 2 }));
class MyPromise extends Promise {}
console.log(new MyPromise(() => {}));
console.log(new Proxy({ a: 1 }, {}), new Proxy([1, 2], {}), new Proxy(function f() {}, {}), new Proxy(class K {}, {}));
console.log(new Proxy({ a: 1 }, { get() { throw new Error('trap'); }, ownKeys() { throw new Error('trap'); } }));
const revocable = Proxy.revocable({}, {}); revocable.revoke();
console.log(revocable.proxy, [revocable.proxy]);
console.log({ p: new Proxy(new Proxy({ x: 1 }, {}), {}) });
class WithTag { get [Symbol.toStringTag]() { return 'Custom'; } }
console.log(new WithTag(), { [Symbol.toStringTag]: 'Own' }, Object.defineProperty({}, Symbol.toStringTag, { value: 'Hidden' }));
class SameTag { get [Symbol.toStringTag]() { return 'SameTag'; } }
console.log(new SameTag(), Object.assign(new SameTag(), { a: 1 }));
const nullTag = Object.create(null, { [Symbol.toStringTag]: { value: 'Null' } });
console.log(nullTag);
const circular = { name: 'c' }; circular.self = circular;
console.log(circular, [circular]);
const a = { n: 'a' }, b = { n: 'b', a }; a.b = b; a.list = [a, b];
console.log(a); console.log(b); console.log({ a, b });
const ring = []; ring.push(ring, [ring]);
console.log(ring);
const loop = new Map(); loop.set('me', loop); loop.set(loop, 1);
console.log(loop);
const fn = () => {}; fn.me = fn;
console.log(fn);
const shared = { s: 1 };
console.log([shared, shared], { x: shared, y: shared });
console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { return 'custom!'; } });
console.log({ a: { [Symbol.for('nodejs.util.inspect.custom')](depth) { return { depth }; } } });
console.log({ a: { [Symbol.for('nodejs.util.inspect.custom')]() { return 'two\nlines'; } } });
console.log(new (class Foo { [Symbol.for('nodejs.util.inspect.custom')]() { return this; } x = 1; })());
console.log(Symbol.prototype, Boolean.prototype, RegExp.prototype, Date.prototype, Promise.prototype, Error.prototype, String.prototype);
