// Async callers.
const clean = (stack) => String(stack).split('\n').filter((l) => !l.includes('node:'))
  .map((l) => l.replace(/(file:\/\/)?\/[^\s():]*\//g, '')).join('\n');
const report = (label) => (e) => console.log(label + ': ' + clean(e && e.stack));
const tick = () => new Promise((r) => setTimeout(r, 1));
async function leaf() { await null; throw new Error('leaf'); }
async function mid() { await leaf(); }
async function top() {
  await
    mid();
}
const arrow = async () => { await top(); };
const conciseArrow = async () => await top();
class K {
  async method() { await leaf(); }
  static async fixed() { await leaf(); }
  async #priv() { await leaf(); }
  async viaPriv() { await this.#priv(); }
  async *gen() { await leaf(); yield 1; }
  field = async () => { await leaf(); };
}
const cases = {
  plain: () => top(),
  arrow: () => arrow(),
  concise: () => conciseArrow(),
  method: () => new K().method(),
  fixed: () => K.fixed(),
  priv: () => new K().viaPriv(),
  field: () => new K().field(),
  returned: async () => { async function r() { return leaf(); } await r(); },
  awaitReturned: async () => { async function r() { return await leaf(); } await r(); },
  all: async () => { await Promise.all([1, leaf()]); },
  allNested: async () => { await Promise.all([Promise.all([tick(), leaf()])]); },
  allSettled: async () => { await Promise.allSettled([tick().then(() => { console.log('settled ' + clean(new Error('in').stack)); })]); },
  allSettled2: async () => { const f = async () => { await tick(); console.log('s2 ' + clean(new Error('in').stack)); }; await Promise.allSettled([f(), f()]); },
  any: async () => { const f = async () => { await tick(); console.log('any ' + clean(new Error('in').stack)); }; await Promise.any([f()]); },
  anyErr: async () => { await Promise.any([leaf()]); },
  race: async () => { await Promise.race([leaf()]); },
  then: async () => { await leaf().then(() => {}); },
  thenThrow: async () => { await Promise.resolve().then(() => { throw new Error('in then'); }); },
  thenNamed: async () => { await Promise.resolve().then(function named() { throw new Error('in then'); }); },
  catchThrow: async () => { await Promise.reject(1).catch(() => { throw new Error('in catch'); }); },
  finallyThrow: async () => { await Promise.resolve().finally(() => { throw new Error('in finally'); }); },
  chain: async () => { await Promise.resolve().then(() => {}).then(() => leaf()).then(() => {}); },
  thenable: async () => { await { then(ok, no) { no(new Error('thenable')); } }; },
  newPromise: async () => { await new Promise((ok, no) => { leaf().then(ok, no); }); },
  newPromiseResolve: async () => { await new Promise((ok) => { ok(leaf()); }); },
  timer: async () => { await new Promise((ok, no) => setTimeout(() => no(new Error('timer')), 1)); },
  timeoutNamed: () => new Promise((ok, no) => setTimeout(function named() { no(new Error('tm')); }, 1)),
  interval: () => new Promise((ok, no) => { const t = setInterval(() => { clearInterval(t); no(new Error('iv')); }, 1); }),
  immediate: () => new Promise((ok, no) => setImmediate(() => { const e = new Error('im'); e.stack; no(e); })),
  gen: async () => { for await (const x of new K().gen()) x; },
  genNext: async () => { await new K().gen().next(); },
  genThrow: async () => { async function* g() { yield 1; await tick(); throw new Error('g'); } for await (const x of g()) x; },
  genDelegate: async () => { async function* g() { yield* h(); } async function* h() { yield 1; await leaf(); } for await (const x of g()) x; },
  genBody: async () => { async function* g() { yield 1; yield 2; } for await (const x of g()) await leaf(); },
  forAwaitArray: async () => { for await (const x of [leaf()]) x; },
  forAwaitSync: async () => { function* s() { yield 1; throw new Error('sync gen'); } for await (const x of s()) x; },
  loop: async () => { for (let i = 0; i < 3; i++) { if (i === 2) await leaf(); else await tick(); } },
  tryCatch: async () => { try { await leaf(); } catch (e) { throw new Error('wrapped', { cause: e }); } },
  rethrow: async () => { try { await leaf(); } catch (e) { throw e; } },
  fin: async () => { try { await tick(); } finally { await leaf(); } },
  nestedFns: async () => { await (async function a() { await (async function b() { await (async () => { await leaf(); })(); })(); })(); },
  anon: async () => { await (async function () { await leaf(); })(); },
  arg: async () => { String(await leaf()); },
  cond: async () => { (await tick(), true) ? await leaf() : 0; },
  template: async () => `${await leaf()}`,
  destructure: async () => { const { a = await leaf() } = {}; },
  deep: async () => { async function r(n) { if (n === 0) { await tick(); throw new Error('deep'); } await r(n - 1); } await r(15); },
  map: async () => { await Promise.all([1, 2].map(async (x) => { await tick(); if (x === 2) throw new Error('mapped'); })); },
  mapNamed: async () => { await Promise.all([3].map(async function worker() { await leaf(); })); },
  sync: async () => { (function inner() { throw new Error('sync in async'); })(); },
  two: async () => { const p = leaf(); p.catch(() => {}); await p; },
  nullRead: async () => { await null; null.x; },
  resolved: async () => { await Promise.resolve(leaf()); },
  cb: async () => { await new Promise((ok) => setTimeout(ok, 1)); [1].forEach(() => { throw new Error('in forEach'); }); },
  bound: async () => { const f = top.bind(null); await f(); },
  callThis: async () => { async function withThis() { await leaf(); } await withThis.call({ a: 1 }); },
  ctor: async () => { class P extends Promise {} await P.resolve().then(() => { throw new Error('sub'); }); },
  microtask: () => new Promise((ok, no) => queueMicrotask(() => no(new Error('mt')))),
  nextTick: () => new Promise((ok, no) => process.nextTick(() => no(new Error('nt')))),
  emitter: () => new Promise((ok, no) => { const E = require('events'); const e = new E(); e.on('x', function listener() { no(new Error('em')); }); e.emit('x'); }),
  emitterArrow: () => new Promise((ok, no) => { const E = require('events'); const e = new E(); e.on('x', () => { no(new Error('em')); }); e.emit('x'); }),
  limit0: async () => { Error.stackTraceLimit = 0; try { await top(); } finally { Error.stackTraceLimit = 10; } },
  limitInf: async () => { Error.stackTraceLimit = Infinity; try { await cases.deep(); } finally { Error.stackTraceLimit = 10; } },
};
(async function main() {
  for (const [label, run] of Object.entries(cases)) {
    try { await run(); console.log(label + ': fine'); } catch (e) { report(label)(e); }
  }
  Error.stackTraceLimit = 'x'; console.log('limit string', new Error('q').stack, Object.getOwnPropertyDescriptor(new Error('q'), 'stack'));
  Error.stackTraceLimit = NaN; console.log('limit NaN', clean(new Error('q').stack));
  Error.stackTraceLimit = -1; console.log('limit -1', clean(new Error('q').stack));
  Error.stackTraceLimit = 1.9; console.log('limit 1.9', clean(new Error('q').stack));
  Error.stackTraceLimit = Infinity; console.log('limit inf', clean(new Error('q').stack));
  delete Error.stackTraceLimit; console.log('limit deleted', new Error('q').stack, 'stack' in new Error('q'));
})();
