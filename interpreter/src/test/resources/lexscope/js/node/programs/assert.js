'use strict';
const assert = require('node:assert');
let n = 0;
const t = (f) => {
  try {
    f();
    console.log(++n, 'holds');
  } catch (e) {
    console.log(++n, e.message);
    console.log(e.name, e.code, e.generatedMessage, e.operator, Object.keys(e));
  }
};
t(() => assert.strictEqual(1, 2));
t(() => assert.strictEqual('a', 'b'));
t(() => assert.strictEqual('a'.repeat(30), 'b'.repeat(40)));
t(() => assert.strictEqual('a\nb\nc', 'a\nx\nc'));
t(() => assert.strictEqual({a:1}, {a:1}));
t(() => assert.strictEqual([1], [2]));
t(() => assert.deepStrictEqual({a:1,b:2}, {a:1,b:3}));
t(() => assert.deepStrictEqual([1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30], [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,31]));
t(() => assert.deepStrictEqual([[[[1]]]], [[[[2]]]]));
t(() => assert.deepStrictEqual(new Map([[1,2]]), new Map([[1,3]])));
t(() => assert.deepStrictEqual(new Set([1]), new Set([2])));
t(() => assert.deepStrictEqual(1, '1'));
t(() => assert.deepEqual({a:1}, {a:2}));
t(() => assert.equal(1, 2));
t(() => assert.equal(null, 5));
t(() => assert.notEqual(1, 1));
t(() => assert.notStrictEqual(1, 1));
t(() => assert.notStrictEqual({a:1}, {a:1}));
t(() => { const o={a:1}; assert.notStrictEqual(o, o)});
t(() => assert.notDeepStrictEqual({a:1}, {a:1}));
t(() => assert.notDeepEqual({a:1}, {a:1}));
t(() => assert.ok());
t(() => assert(false, 'msg'));
t(() => assert.fail());
t(() => assert.fail('boom'));
t(() => assert.throws(() => {}));
t(() => assert.throws(() => { throw new Error('x') }, /y/));
t(() => assert.throws(() => { throw new Error('x') }, { message: 'y' }));
t(() => assert.throws(() => { throw new Error('x') }, TypeError));
t(() => assert.doesNotThrow(() => { throw new Error('x') }));
t(() => assert.ifError(null));
t(() => assert.ifError(new Error('e')));
t(() => assert.ifError(5));
t(() => assert.match('abc', /x/));
t(() => assert.doesNotMatch('abc', /a/));
t(() => assert.match(5, /a/));
t(() => assert.throws(() => {}, TypeError, 'mm'));
t(() => assert.throws('x'));
t(() => assert.strictEqual(1));
t(() => assert.strictEqual(NaN, 0));
t(() => assert.strictEqual(1, 2, new TypeError('own')));
t(() => assert.deepStrictEqual([1,2,[3,{a:1,b:[1,2,3,4]}]], [1,2,[3,{a:1,b:[1,2,4,4]}]]));
t(() => assert.deepStrictEqual({a:1,b:2,c:3,d:4,e:5,f:6,g:7,h:8}, {a:1,b:2,c:3,d:4,e:5,f:6,g:7,h:9}));
t(() => assert.deepStrictEqual({a:1,b:2,c:3,d:4,e:5,f:6,g:7,h:8}, {a:0,b:2,c:3,d:4,e:5,f:6,g:7,h:9}));
t(() => assert.strictEqual('a\n'.repeat(30), 'a\n'.repeat(29)+'b'));
t(() => assert.deepEqual([1,2], [1,3]));
t(() => assert.deepStrictEqual(-0, 0));
t(() => assert.deepStrictEqual([0], [-0]));
t(() => assert(0, 'zero'));
t(() => assert.ok(null, new RangeError('own error')));
t(() => assert(1));
class A { constructor(x) { this.x = x; } }
class B { constructor(x) { this.x = x; } }
const circle = { name: 'c' }; circle.self = circle;
const other = { name: 'c' }; other.self = other;
const values = [
  1, '1', 1n, true, null, undefined, NaN, -0, 0, '', [], {}, [1], [1, 2], [, 1], [undefined, 1], { a: 1 }, { a: '1' }, { a: undefined }, { b: 1 },
  new A(1), new B(1), new Date(0), new Date(1), /a/g, /a/i, new Error('x'), new TypeError('x'), new Error('y'), new Map([[1, { a: 1 }]]), new Map([[1, { a: '1' }]]),
  new Map([[{ k: 1 }, 2]]), new Map([[{ k: 1 }, 3]]), new Set([1, 2]), new Set([2, 1]), new Set([{ a: 1 }]), new Set([{ a: 1 }, 2]), new Set(['1', 2]), new Uint8Array([1, 2]), Buffer.from([1, 2]), new Int8Array([1, 2]),
  new Float32Array([0]), new Float32Array([-0]), new String('a'), new String('b'), new Number(1), Object(1n), Symbol.iterator, () => 1, [[1, [2]]], [[1, [3]]], circle, other, { [Symbol.for('s')]: 1 }, { [Symbol.for('s')]: 2 },
  Object.create(null), new Proxy({ a: 1 }, {}), (function () { return arguments; })(1, 2), new ArrayBuffer(2), new WeakSet(), Promise.resolve(1), { length: 1, 0: 1 }, Object.assign([1], { extra: 1 }),
];
const { isDeepStrictEqual } = require('util');
for (let i = 0; i < values.length; i++) {
  const row = [];
  for (let j = 0; j < values.length; j++) {
    const holds = (name) => { try { assert[name](values[i], values[j]); return 1; } catch { return 0; } };
    row.push(`${holds('deepEqual')}${holds('deepStrictEqual')}${holds('strictEqual')}${holds('equal')}${+isDeepStrictEqual(values[i], values[j])}${holds('notDeepEqual')}${holds('notDeepStrictEqual')}`);
  }
  console.log(i, row.join(' '));
}
const skip = (v) => v === values.at(-8) || v instanceof Promise || typeof v === 'function';
for (let i = 0; i + 1 < values.length; i++) {
  if (skip(values[i]) || skip(values[i + 1]) || values[i] instanceof Error || values[i + 1] instanceof Error) continue;
  t(() => assert.deepStrictEqual(values[i], values[i + 1]));
  t(() => assert.strictEqual(values[i], values[i + 1]));
  t(() => assert.deepEqual(values[i], values[i + 1]));
  t(() => assert.notDeepStrictEqual(values[i], values[i]));
  t(() => assert.notStrictEqual(values[i], values[i], i % 3 ? undefined : 'with a message'));
}
for (const count of [3, 4, 5, 6, 7, 8, 12, 40, 70]) {
  const list = Array.from({ length: count }, (_, i) => i);
  t(() => assert.deepStrictEqual(list, list.map((x) => (x === 0 ? 'first' : x))));
  t(() => assert.deepStrictEqual(list, list.map((x) => (x === count >> 1 ? 'mid' : x))));
  t(() => assert.deepStrictEqual(list, [...list, 'more', 'and more']));
  t(() => assert.deepStrictEqual([...list, 'more'], list));
  t(() => assert.deepStrictEqual(list, list.map(String)));
  t(() => assert.strictEqual(list, [...list]));
  t(() => assert.notDeepStrictEqual(list, list));
}
t(() => assert.throws(() => { throw new Error('a'); }, (e) => e.message === 'b'));
t(() => assert.throws(() => { throw new Error('a'); }, (e) => e.message === 'a'));
t(() => assert.throws(() => { throw Object.assign(new Error('a'), { code: 'X', info: { n: 1 } }); }, { code: 'X', message: /a/, info: { n: 1 } }));
t(() => assert.throws(() => { throw Object.assign(new Error('a'), { code: 'X', info: { n: 1 } }); }, { code: 'X', message: /b/, info: { n: 2 } }));
t(() => assert.throws(() => { throw new Error('a'); }, new Error('a')));
t(() => assert.throws(() => { throw new Error('a'); }, new TypeError('a')));
t(() => assert.throws(() => { throw new Error('a'); }, 'a'));
t(() => assert.throws(() => { throw new Error('a'); }, 'b'));
t(() => assert.throws(() => { throw 5; }, /5/));
t(() => assert.throws(() => { throw 5; }, TypeError));
t(() => assert.throws(() => { throw new Error('a'); }, {}));
t(() => assert.throws(() => { throw new Error('a'); }, 5));
t(() => assert.throws(() => {}, 'just a message'));
t(() => assert.doesNotThrow(() => {}));
t(() => assert.doesNotThrow(() => { throw new Error('a'); }, 'said'));
t(() => assert.doesNotThrow(() => { throw new Error('a'); }, TypeError));
t(() => assert.doesNotThrow(() => { throw new Error('a'); }, Error, 'said'));
t(() => assert.ifError({ message: '' }));
t(() => assert.ifError(undefined));
t(() => assert.match('abc', 'b'));
t(() => assert.match('abc', /b/));
t(() => assert.doesNotMatch('abc', /x/));
t(() => assert.doesNotMatch('abc', /b/, 'said'));
t(() => assert.strict.equal(1, '1'));
t(() => assert.strict.deepEqual({ a: 1 }, { a: '1' }));
t(() => require('assert/strict').notEqual(1, 1));
console.log(assert.strict === require('assert/strict'), assert.strict.strict === assert.strict, assert.strict.AssertionError === assert.AssertionError);
const e = new assert.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' });
console.log(e.message, String(e), e instanceof Error, e.name);
try { new assert.AssertionError(5); } catch (x) { console.log(x.message); }
(async () => {
  await assert.rejects(Promise.reject(new Error('r')), /r/);
  for (const f of [() => assert.rejects(Promise.resolve(1)), () => assert.rejects(async () => { throw new Error('q'); }, /z/), () => assert.rejects(5), () => assert.rejects(() => 5),
    () => assert.doesNotReject(async () => { throw new Error('q'); }), () => assert.doesNotReject(async () => 1), () => assert.rejects(async () => {}, TypeError, 'why')]) {
    await f().then(() => console.log('holds'), (x) => console.log(x.name, x.code, x.message, x.operator));
  }
})();
