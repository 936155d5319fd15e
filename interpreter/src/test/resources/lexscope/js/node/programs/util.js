'use strict';
const util = require('util');
let n = 0;
function show(name, f) {
  let text;
  try {
    text = f();
  } catch (e) {
    text = [e.name, e.code, e.message];
  }
  console.log(++n, name, text);
}
class Point { constructor() { this.x = 1; } get y() { return 2; } [Symbol.toStringTag] = 'P'; }
const cycle = { a: 1 }; cycle.self = cycle;
const deep = { a: { b: { c: { d: { e: 1 } } } } };
const values = [1, -0, 'it\'s', null, undefined, true, 10n, Symbol('s'), [1, [2, [3, [4]]]], deep, cycle, new Point(), new Map([['k', { v: new Set([1]) }]]), new Error('shown').message, /x/g, new Date(0),
  function named() {}, class K {}, async () => {}, function* g() {}, new Proxy({ t: 1 }, {}), Buffer.from('hi'), new Uint8Array(3), Object.create(null), [, 1, , 2], 'x'.repeat(200), Array.from({ length: 120 }, (_, i) => i),
  { long: 'x'.repeat(60), other: 'y'.repeat(60) }, new (class extends Map {})([[1, 2]]), Promise.resolve(4), new WeakMap(), globalThis.undefinedThing, { 'key with space': 1, [Symbol('k')]: 2 }, Object.assign(() => {}, { p: 1 }),
  { get g() { return 1; }, set s(v) {} }, [undefined, null], new Array(5), 'multi\nline', ['multi\nline'.repeat(10)], { f() {}, g: () => {} }, [1.5, -2, NaN, Infinity], new String('boxed'), Object(Symbol('b'))];
const options = [undefined, { depth: 0 }, { depth: null }, { depth: 1, compact: false }, { showHidden: true }, { breakLength: 40 }, { breakLength: Infinity }, { compact: 1 }, { maxArrayLength: 2 }, { maxStringLength: 5 }, { sorted: true }, { showProxy: true }, { maxArrayLength: null, maxStringLength: null }];
values.forEach((value, i) => {
  for (const option of options) {
    if (i === 11 && option?.showHidden) continue;
    show(`inspect ${i}`, () => util.inspect(value, option));
  }
  show(`format ${i}`, () => util.format(value));
  show(`format ${i}`, () => util.format('%s|%d|%i|%f|%j|%o|%O|%c|%%|%x', value, value, value, value, i === 10 || typeof value === 'bigint' ? 1 : value, i % 2 ? 1 : value, value, value, 'rest'));
  show(`types ${i}`, () => Object.keys(util.types).filter((t) => util.types[t](value)));
  show(`is ${i}`, () => Object.keys(util).filter((k) => /^is[A-Z]/.test(k) && k !== 'isDeepStrictEqual' && util[k](value)));
});
show('formatWithOptions', () => util.formatWithOptions({ depth: 0, compact: false }, '%O and', deep, deep));
show('formatWithOptions', () => util.formatWithOptions(5, 'x'));
for (const args of [[], [''], ['%s'], ['%s', 'a', 'b'], ['%%s', 1], ['%', 1], ['a', 'b', { c: 1 }], [1, 2, '3'], ['%s %s', 'only'], ['%d', '0x10'], ['%i', 4.9], ['%f', '1.5x'], ['%j', { a: [1] }], ['%s', -0], ['%s', [1, { a: { b: 1 } }]], ['%s', new Error('e').message], ['%s', class Q {}], ['%s', { toString() { return 'own'; } }], ['%d', {}], ['%s', Symbol('q')], ['%s', 5n], ['%d', 5n]]) {
  show('format', () => util.format(...args));
}
show('custom', () => util.inspect({ [util.inspect.custom](depth, opts, inspect) { return `<${depth} ${typeof opts.stylize} ${inspect({ a: 1 }, opts)} ${opts.stylize('x', 'number')}>`; } }));
show('custom', () => util.inspect({ nested: { [util.inspect.custom]: () => ({ replaced: true }) } }));
show('custom', () => util.inspect({ [util.inspect.custom]: () => 'no' }, { customInspect: false }).replace(/ at .*/s, ''));
show('old form', () => util.inspect(deep, true, 0));
show('symbols', () => [util.inspect.custom, util.promisify.custom]);
show('inherits', () => { function A() {} function B() {} util.inherits(A, B); return [A.super_ === B, new A() instanceof B]; });
for (const [a, b] of [[null, null], [() => {}, null], [5, undefined], [() => {}, () => {}]]) show('inherits', () => util.inherits(a, b));
show('deepStrict', () => [util.isDeepStrictEqual({ a: [1] }, { a: [1] }), util.isDeepStrictEqual([0], [-0])]);
show('strip', () => util.stripVTControlCharacters('\u001b[31mred\u001b[39m plain'));
show('strip', () => util.stripVTControlCharacters(5));
show('usv', () => util.toUSVString('a\ud800b'));
show('style', () => util.styleText(['bold', 'underline'], 'y'));
show('style', () => util.styleText('red', 5));
show('deprecate', () => { const f = util.deprecate((a) => a + 1, 'old', 'DEP1'); return [f(1), f(2), f.length]; });
show('debuglog', () => { const log = util.debuglog('x'); log('unseen'); return log.enabled; });
show('promisify', () => util.promisify(5));
show('callbackify', () => util.callbackify(5));
show('keys', () => Object.keys(util.types).sort());
show('encoders', () => [util.TextEncoder === TextEncoder, util.TextDecoder === TextDecoder]);
show('extend', () => util._extend({ a: 1 }, { b: 2 }));
show('colors', () => [util.inspect.colors.red, util.inspect.styles.string, Object.keys(util.inspect.defaultOptions)]);
(async () => {
  const later = util.promisify((a, b, done) => setImmediate(() => (a > b ? done(new Error('more')) : done(null, a + b, 'unused'))));
  console.log(await later(1, 2), await later(3, 2).catch((e) => e.message), later.length, later.name);
  const custom = Object.assign(() => {}, { [util.promisify.custom]: () => 'mine' });
  console.log(util.promisify(custom)(), util.promisify(custom) === util.promisify(util.promisify(custom)));
  const back = util.callbackify(async (x) => { if (x) throw x; return 'fine'; });
  await new Promise((resolve) => back(0, (e, v) => { console.log(e, v); resolve(); }));
  await new Promise((resolve) => back(new Error('bad'), (e, v) => { console.log(e.message, v); resolve(); }));
  const falsy = util.callbackify(() => Promise.reject(null));
  await new Promise((resolve) => falsy((e) => { console.log(e.message, e.code, e.reason); resolve(); }));
  try { back(1); } catch (e) { console.log(e.message); }
  console.log(back.length, back.name);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 1);
  await util.aborted(controller.signal, {});
  console.log('aborted');
})();
