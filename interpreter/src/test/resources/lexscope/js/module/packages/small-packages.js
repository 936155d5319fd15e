'use strict';
// The functions of small packages that the programs of their own leave out.
const EventEmitter3 = require('eventemitter3');
const { LRUCache } = require('lru-cache');
const Mustache = require('mustache');
const semver = require('semver');
const uuid = require('uuid');
const pLimitModule = import('p-limit');

const e = new EventEmitter3();
const seen = [];
const ctx = { tag: 'ctx' };
e.on('a', function (...args) { seen.push(['a', this === ctx, ...args]); }, ctx);
e.addListener('a', (...args) => seen.push(['a2', ...args]));
e.once('a', () => seen.push(['once']));
for (let i = 0; i < 7; i++) e.emit('a', ...Array.from({ length: i }, (_, k) => k));
const off = () => seen.push('off');
e.on('b', off).on('b', off).once('b', off);
e.removeListener('b', off, undefined, true);
e.off('b', off);
console.log(e.eventNames(), e.listeners('a').length, e.listenerCount('a'), e.listenerCount('zz'), e.emit('none'));
e.on(Symbol.for('s'), off).removeAllListeners('a');
console.log(e.eventNames(), e.removeAllListeners().eventNames(), JSON.stringify(seen));
try { e.on('x', 5); } catch (error) { console.log(error.message); }

(function lru() {
  const log = [];
  const c = new LRUCache({
    max: 4, maxSize: 40, sizeCalculation: (v) => String(v).length, dispose: (v, k, why) => log.push(['d', k, v, why]),
    disposeAfter: (v, k, why) => log.push(['da', k, why]), onInsert: (v, k, why) => log.push(['i', k, why]), allowStale: false, updateAgeOnGet: true,
    ttl: 1000, ttlResolution: 0, noDisposeOnSet: false, perf: { now: () => clock },
  });
  let clock = 1;
  function at(t) { clock = t; }
  c.set('a', 1).set('b', 22).set('c', 333);
  console.log(c.get('a'), c.peek('b'), c.has('c'), c.has('q'), c.size, c.calculatedSize);
  c.set('d', 4).set('e', 5).set('a', 'again', { ttl: 5, size: 3 });
  console.log([...c.keys()], [...c.rkeys()], [...c.values()], [...c.rvalues()], [...c.entries()], [...c.rentries()], [...c]);
  at(10);
  console.log(c.get('a'), c.get('a', { allowStale: true }), c.getRemainingTTL('d'), c.getRemainingTTL('zz'));
  c.purgeStale();
  c.forEach((v, k) => log.push(['f', k]));
  c.rforEach((v, k) => log.push(['r', k]));
  console.log(c.find((v) => v === 4), c.info('d').ttl, c.dump().map(([k, v]) => [k, v.value]));
  const d = new LRUCache({ max: 3 });
  d.load([['x', { value: 1 }], ['y', { value: 2 }]]);
  console.log(d.pop(), d.size, d.delete('y'), d.delete('y'), d.size, d.memo === undefined);
  c.delete('d');
  c.clear();
  console.log(c.size, JSON.stringify(log), Object.prototype.toString.call(c));
  const m = new LRUCache({ max: 3, memoMethod: (k, stale, { context }) => `${k}${context ?? ''}` });
  console.log(m.memo('k'), m.memo('k'), m.memo('q', { context: 1, forceRefresh: true }));
  for (const bad of [{}, { max: -1 }, { maxSize: 5 }, { max: 1, ttl: 'x' }, { max: 1, dispose: 5 }, { max: 1, memoMethod: 5 }, { max: 1, fetchMethod: 5 }]) {
    try { const made = new LRUCache(bad); console.log(made.max); made.set(1, 1); } catch (error) { console.log(error.name, error.message); }
  }
  const status = {};
  m.set('z', 1, { status }); m.get('z', { status }); m.has('z', { status });
  console.log(status);
})();

const view = { name: 'N', list: [{ n: 1 }, { n: 2 }], empty: [], yes: true, no: false, fn() { return this.name; }, lambda: () => (text, render) => `<${render(text)}>`, html: '<b>&"\'/`=</b>', deep: { er: { v: 'x' } }, words: ['a', 'b'] };
for (const template of ['{{name}} {{{html}}} {{&html}} {{html}}', '{{#list}}{{n}},{{/list}}', '{{^empty}}none{{/empty}}{{^yes}}no{{/yes}}', '{{#lambda}}hi {{name}}{{/lambda}}', '{{deep.er.v}} {{fn}} {{missing.x}}', '{{! comment }}x', '{{=<% %>=}}<% name %>', '  {{#yes}}\n  in {{name}}\n  {{/yes}}\n', '{{> part}}', '  {{> part}}\nafter', '{{#words}}{{.}}{{/words}}', '{{#deep}}{{er.v}}{{/deep}}', '{{name', '{{#a}}x', '{{/a}}', '{{#a}}{{/b}}']) {
  try { console.log(JSON.stringify(Mustache.render(template, view, { part: 'part {{name}}\nsecond' }))); } catch (error) { console.log(error.message); }
}
console.log(JSON.stringify(Mustache.parse('a{{b}}{{#c}}d{{/c}}')), Mustache.escape('<a>'), Mustache.render('[[name]]', view, {}, ['[[', ']]']), Mustache.render('{{html}}', view, {}, { escape: (x) => x.toUpperCase() }));
const scanner = new Mustache.Scanner('a b c');
console.log(scanner.eos(), scanner.scan(/a/), scanner.scanUntil(/c/), scanner.scan(/z/), scanner.scanUntil(/q/), scanner.eos());
const context = new Mustache.Context({ a: 1 }).push({ b: 2 });
console.log(context.lookup('a'), context.lookup('b'), context.lookup('c'));
const writer = new Mustache.Writer();
console.log(writer.render('{{x}}', { x: 1 }), writer.clearCache(), Mustache.clearCache(), Mustache.templateCache !== undefined);
try { Mustache.render(5); } catch (error) { console.log(error.message); }

const versions = ['1.2.3', '1.2.3-alpha.1', '1.2.3-alpha.beta', '1.10.0', 'v2.0.0+build', '0.0.1', 'bad', '1.2', ' =1.0.0 ', '99999999999999999999.0.0'];
for (const v of versions) {
  console.log(v, semver.valid(v), semver.clean(v), semver.prerelease(v), semver.coerce(v)?.version, semver.parse(v)?.raw, semver.coerce(`x${v}y`, { rtl: true })?.version);
  for (const part of ['major', 'minor', 'patch']) { try { console.log(semver[part](v)); } catch (error) { console.log(error.message); } }
  for (const kind of ['major', 'premajor', 'minor', 'preminor', 'patch', 'prepatch', 'prerelease', 'release', 'nope']) console.log(kind, semver.inc(v, kind), semver.inc(v, kind, 'rc', '1'));
}
const valid = versions.filter((v) => semver.valid(v));
console.log(semver.sort([...valid]), semver.rsort([...valid]), valid.map((v) => semver.diff('1.2.3', v)), semver.compareBuild('1.0.0+2', '1.0.0+1'), semver.compareLoose('1.2.3beta', '1.2.3'), semver.rcompare('1.0.0', '2.0.0'));
for (const op of ['gt', 'gte', 'lt', 'lte', 'eq', 'neq']) console.log(op, valid.map((v) => +semver[op](v, '1.2.3')));
for (const op of ['===', '!==', '', '=', '==', '!=', '>', '>=', '<', '<=']) console.log(op, semver.cmp('1.2.3', op, '1.2.4'));
for (const range of ['^1.2.0', '~1.2.3', '>=1.0.0 <2.0.0', '1.x', '*', '1.2.3 - 1.4', '<1.0.0 || >=2', '^0.0.1', '~>1.2', 'nope', '>1.2.3-alpha', '']) {
  console.log(range, semver.validRange(range), valid.map((v) => +semver.satisfies(v, range, { includePrerelease: true })), semver.maxSatisfying(valid, range), semver.minSatisfying(valid, range));
  try { console.log(semver.minVersion(range)?.version, semver.gtr('3.0.0', range), semver.ltr('0.0.0', range), semver.outside('3.0.0', range, '>'), semver.intersects(range, '^1.0.0'), semver.simplifyRange(valid, range), semver.subset(range, '>=0.0.0'), semver.toComparators(range)); } catch (error) { console.log(error.message); }
}
console.log(new semver.Comparator('>=1.0.0').intersects(new semver.Comparator('<2.0.0')), String(new semver.Comparator('>1.0.0')), new semver.Range('^1').test('1.5.0'), semver.truncate?.('1.2.3-a', 'patch'));

const random = Uint8Array.from({ length: 16 }, (_, i) => i * 11);
const options = { random, msecs: 1700000000000, nsecs: 5, clockseq: 0x1234, node: [1, 2, 3, 4, 5, 6], seq: 7 };
const ids = [uuid.v1(options), uuid.v3('name', uuid.v3.DNS), uuid.v4({ random }), uuid.v5('name', uuid.v5.URL), uuid.v6(options), uuid.v7(options), uuid.NIL, uuid.MAX];
console.log(ids, ids.map(uuid.validate), ids.map((id) => uuid.version(id)), ids.map((id) => uuid.stringify(uuid.parse(id)) === id));
console.log(uuid.v1ToV6(ids[0]), uuid.v6ToV1(ids[4]), uuid.validate('x'), uuid.v4({ random }, new Uint8Array(20), 2), uuid.v5('é', ids[1]), uuid.v3(new Uint8Array([1]), ids[1]));
for (const f of [() => uuid.parse('x'), () => uuid.version('x'), () => uuid.stringify(new Uint8Array(3)), () => uuid.v5('a', 'bad'), () => uuid.v4({ random }, new Uint8Array(3), 9)]) {
  try { console.log(f()); } catch (error) { console.log(error.name, error.message); }
}
console.log(uuid.v4().length, uuid.v1().length, uuid.v7().length, uuid.v6().length);

(async () => {
  const { default: pLimit, limitFunction } = await pLimitModule;
  const limit = pLimit(2);
  const order = [];
  const task = (n) => new Promise((resolve) => { setTimeout(() => { order.push(n); resolve(n); }, 5 - n); });
  const all = [1, 2, 3, 4].map((n) => limit(task, n));
  await Promise.resolve();
  console.log(limit.activeCount, limit.pendingCount, limit.concurrency);
  console.log(await Promise.all(all), order);
  console.log(await limit.map([1, 2], async (n, i) => n * 10 + i));
  limit.concurrency = 1;
  const waiting = limit(task, 1);
  limit(task, 9);
  limit.clearQueue();
  console.log(await waiting, limit.pendingCount, await limitFunction(async (x) => x + 1, { concurrency: 1 })(1));
  for (const bad of [0, 'x', -1, { concurrency: 1.5 }]) { try { pLimit(bad); } catch (error) { console.log(error.message); } }
  const fetched = new LRUCache({ max: 3, ttl: 10, fetchMethod: async (key, stale, { signal }) => { if (key === 'bad') throw new Error('fetch'); return `${key}${signal.aborted}`; } });
  console.log(await fetched.fetch('k'), await fetched.fetch('k'), await fetched.forceFetch('q'), await fetched.fetch('bad').catch((error) => error.message));
})();
