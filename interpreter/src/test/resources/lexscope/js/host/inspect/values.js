'use strict';
// Values of all sorts, each alone, in an array, as a property, in a Map and in a Set.
class Plain { constructor() { this.a = 1; } }
class Derived extends Plain { constructor() { super(); this.b = [2]; } }
class Tagged { get [Symbol.toStringTag]() { return 'Tag'; } }
class Private { #hidden = 1; shown = this.#hidden; static s = 1; }
class MyArray extends Array {}
class MyMap extends Map {}
class MySet extends Set {}
class MyError extends Error { constructor(m) { super(m); this.name = 'MyError'; this.stack = `MyError: ${m}`; } }
class MyPromise extends Promise {}
class MyFunction extends Function {}
const cycle = { name: 'cycle' };
cycle.self = cycle;
cycle.list = [cycle, { cycle }];
const bare = Object.create(null);
bare.x = 1;
const accessor = { get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} };
const hidden = Object.defineProperty({ seen: 1 }, 'unseen', { value: 2, enumerable: false });
const sparse = [1, , , 4];
sparse.extra = 'e';
sparse[-1] = 'minus';
const error = new Error('plain');
error.stack = 'Error: plain';
const coded = Object.assign(new TypeError('coded'), { code: 'E_X', info: { n: 1 } });
coded.stack = 'TypeError: coded';
const caused = new Error('outer', { cause: error });
caused.stack = 'Error: outer';
const nameless = Object.assign(function () {}, {});
Object.defineProperty(nameless, 'name', { value: '' });
const inherits = Object.create({ inherited: 1 });
inherits.own = 2;
const frozen = Object.freeze({ f: Object.freeze([1]) });
const values = [
  0, -0, 1, -1, 1.5, 1e21, 1e-7, 123456789.125, NaN, Infinity, -Infinity, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE, 0n, -12345678901234567890n,
  '', 'a', "it's", 'say "hi"', `both ' and "`, 'all `\'" three', 'line\nbreak', 'tab\tbell\u0007', 'nul\0', 'emoji 😀', 'é', '\u200b', 'back\\slash', 'x'.repeat(100), '\x7f\x9b', '日本語',
  true, false, null, undefined, Symbol('s'), Symbol(), Symbol.iterator, Symbol.for('reg'), Symbol('with space'), Symbol('new\nline'),
  [], [[]], [[[]]], [[[[1]]]], [1, 2, 3], ['a', 'b'], [undefined, null], [, ], [, , 1], sparse, new Array(3), new MyArray(2), MyArray.from([1, 'x']), Array.from({ length: 7 }, (_, i) => i * 1000), Array.from({ length: 30 }, (_, i) => 'w'.repeat(i % 7)), Array.from({ length: 101 }, (_, i) => i), Array.from({ length: 27 }, (_, i) => ({ i })), [1.5, -2.25, 100], [1n, 20n, 300n], ['long'.repeat(10), 'long'.repeat(11)], [{ a: 1 }, { b: 2 }], [function f() {}, class C {}],
  {}, { a: 1 }, { a: { b: { c: { d: 1 } } } }, { 'with-dash': 1, 'with space': 2, 3: 4, valid_name: 5, $d: 6, 'é': 7 }, { [Symbol('k')]: 1, [Symbol.for('long key')]: { a: 1 } }, { f() {}, g: () => {}, async h() {}, *i() {}, async *j() {} }, { a: undefined, b: null }, { text: 'multi\nline' }, { ['__proto__']: 1 }, bare, inherits, accessor, hidden, cycle, frozen, { long: 'x'.repeat(80) }, { a: 'x'.repeat(30), b: 'y'.repeat(30), c: 1 }, Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`key${i}`, i])), { constructor: 'not a function' }, { toString: 1, valueOf: 2 }, { length: 2, 0: 'a', 1: 'b' }, { a: [[[[]]]], b: { c: { d: { e: 1 } } } },
  new Plain(), new Derived(), new Tagged(), new Private(), new (class {})(), new (class extends Plain {})(), Object.create(Plain.prototype), Object.create(Object.create(null)), Object.setPrototypeOf({ z: 1 }, null), Object.setPrototypeOf([1, 2], null), Plain.prototype, Derived.prototype, Tagged.prototype,
  function named() {}, function () {}, nameless, () => {}, async () => {}, async function af() {}, function* gf() {}, async function* agf() {}, class {}, class Named {}, class Sub extends Plain {}, class extends Plain {}, class Nul extends null {}, Math.max, Array, Symbol, parseInt, Object.assign(() => {}, { prop: 1 }), Object.assign(function withProps() {}, { a: { b: 1 } }), (() => {}).bind(null), function bound() {}.bind(1), new MyFunction('return 1'), Private, MyArray, Proxy,
  new Map(), new Map([[1, 'one'], ['two', 2]]), new Map([[{ k: 1 }, { v: [1] }]]), new Map([[new Map([[1, 2]]), new Set([3])]]), new MyMap([[1, 2]]), Object.assign(new Map([[1, 2]]), { extra: 1 }), new Map(Array.from({ length: 30 }, (_, i) => [i, i])), new Map([['k', cycle]]),
  new Set(), new Set([1, 'two', { three: 3 }]), new Set([new Set([new Set([1])])]), new MySet(['x']), Object.assign(new Set([1]), { extra: [] }), new Set(Array.from({ length: 101 }, (_, i) => i)),
  new Map([[1, 2]]).entries(), new Map([[1, 2]]).keys(), new Map([[1, 2]]).values(), new Set([5]).values(), new Set([5]).entries(), [1, 2][Symbol.iterator](), 'ab'[Symbol.iterator](), 'ab'.matchAll(/a/g), new WeakMap(), new WeakSet(), new WeakRef({ held: 1 }),
  new Date(0), new Date(NaN), new Date('2024-02-29T12:34:56.789Z'), Object.assign(new Date(1), { tag: 'd' }), new (class MyDate extends Date {})(5), /a/, /[/]\/+/giu, new RegExp(''), Object.assign(/x/y, { p: 1 }), new (class MyRegExp extends RegExp {})('q', 'm'),
  error, coded, caused, new MyError('mine'), Object.assign(new RangeError('r'), { stack: 'RangeError: r\n    at somewhere (file.js:1:1)' }), Object.assign(new Error(''), { stack: 'Error' }), Object.assign(new Error('no stack'), { stack: undefined }), Object.assign(new AggregateError([error], 'many'), { stack: 'AggregateError: many' }), Object.assign(new Error('named'), { name: 'Custom', stack: 'Error: named' }),
  Promise.resolve(1), Promise.resolve({ a: [1] }), new Promise(() => {}), MyPromise.resolve('x'), Object.assign(Promise.resolve(), { p: 1 }),
  new Proxy({ t: 1 }, {}), new Proxy([1, 2], {}), new Proxy(function target() {}, {}), new Proxy(new Map([[1, 2]]), {}), new Proxy(class PC {}, {}), new Proxy(new Proxy({ inner: 1 }, {}), {}),
  new Number(1), new Number(-0), new String('boxed'), Object.assign(new String('ab'), { x: 1 }), new Boolean(false), Object(1n), Object(Symbol('boxed')), new (class MyNumber extends Number {})(7), new (class MyString extends String {})('sub'),
  new ArrayBuffer(4), new ArrayBuffer(60), new SharedArrayBuffer(2), new Uint8Array(3), new Int8Array([-1, 1]), new Uint8ClampedArray([300]), new Int16Array(2), new Uint16Array(0), new Int32Array([1, 2]), new Uint32Array([4294967295]), new Float32Array([1.5, -0]), new Float64Array([NaN]), new BigInt64Array([1n]), new BigUint64Array(1), new DataView(new ArrayBuffer(2)), Object.assign(new Uint8Array([1]), { p: 1 }), new (class MyBytes extends Uint8Array {})(2), new Uint8Array(120),
  (function () { return arguments; })(1, 'a'), (function () { return arguments; })(), (function* g() { yield 1; })(), (async function* ag() {})(), globalThis.Math, globalThis.JSON, globalThis.Reflect, globalThis.Atomics,
];
for (const value of values) {
  console.log(value);
  console.log([value]);
  console.log({ property: value });
  console.log('text', value, 'more');
}
for (const value of values) {
  if (typeof value !== 'string') console.log('%o %s %O', value === globalThis.Math ? 1 : typeof value === 'object' || typeof value === 'function' ? 0 : value, typeof value === 'function' ? 'f' : value, value);
  console.log(new Map([[value, value]]), new Set([value]));
  console.log([[value, [value, [value, [value]]]]]);
}
console.log(values.length > 200);
