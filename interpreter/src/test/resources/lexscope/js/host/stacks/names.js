// How functions are called by the frames.
const clean = (stack) => String(stack).split('\n').filter((l) => !l.includes('node:'))
  .map((l) => l.replace(/(file:\/\/)?\/[^\s():]*\//g, '')).join('\n');
const show = (label, body) => {
  try { const r = body(); console.log(label + ': returned ' + typeof r); }
  catch (e) { console.log(label + ': ' + clean(e && e.stack)); }
};
const boom = () => { throw new Error('boom'); };
class A {
  constructor(f) { if (f) f(); }
  method() { boom(); }
  static fixed() { boom(); }
  get prop() { boom(); }
  set prop(v) { boom(); }
  static get sprop() { boom(); }
  #priv() { boom(); }
  callPriv() { this.#priv(); }
  get #acc() { boom(); }
  callAcc() { this.#acc; }
  static #sp() { boom(); }
  static callSp() { A.#sp(); }
  [Symbol.iterator]() { boom(); }
  ['comp' + 'uted']() { boom(); }
  arrow = () => boom();
  static sarrow = () => boom();
  async am() { boom(); }
  *gm() { boom(); }
  'quoted name'() { boom(); }
  123() { boom(); }
}
show('method', () => new A().method());
show('static', () => A.fixed());
show('getter', () => new A().prop);
show('setter', () => { new A().prop = 1; });
show('static getter', () => A.sprop);
show('private', () => new A().callPriv());
show('private accessor', () => new A().callAcc());
show('static private', () => A.callSp());
show('symbol', () => new A()[Symbol.iterator]());
show('computed', () => new A().computed());
show('arrow field', () => new A().arrow());
show('static arrow', () => A.sarrow());
show('gm', () => new A().gm().next());
show('quoted', () => new A()['quoted name']());
show('numeric', () => new A()[123]());
show('ctor cb', () => new A(boom));
show('ctor cb fn', () => new A(function inside() { boom(); }));
class B extends A { method() { super.method(); } other() { boom(); } static fixed() { super.fixed(); } }
show('super', () => new B().method());
show('inherited', () => new B().callPriv());
show('super static', () => B.fixed());
show('inherited static', () => B.callSp());
show('inherited arrow', () => new B().arrow());
show('derived ctor', () => new B(boom));
class C extends A { constructor(f) { super(f); } }
show('explicit derived ctor', () => new C(boom));
class F { a = 1; b = boom(); }
show('field', () => new F());
class F2 extends F {}
show('field derived', () => new F2());
class F3 { constructor() { this.x = 1; } b = boom(); }
show('field ctor', () => new F3());
class F4 { ['k' + 1] = (() => boom())(); }
show('field computed', () => new F4());
class F5 { #p = boom(); }
show('field private', () => new F5());
show('static block', () => { class S { static { boom(); } } });
show('static field', () => { class S { static x = boom(); } });
show('static field fn', () => { class S { static x = (function () { boom(); })(); } });
show('class heritage', () => { class S extends boom() {} });
show('class computed', () => { class S { [boom()]() {} } });
show('anonymous class', () => new (class { constructor() { boom(); } })());
show('anonymous class method', () => new (class { m() { boom(); } })().m());
show('class no new', () => A());
show('extends null', () => { class N extends null { constructor() { super(); } } new N(); });
const object = { m() { boom(); }, f: function () { boom(); }, g: () => boom(), get x() { boom(); }, set x(v) { boom(); }, [Symbol('sy')]() { boom(); },
  [Symbol.toPrimitive]: () => boom(), nested: { deep() { boom(); } }, async am() { boom(); }, *gm() { boom(); } };
show('object method', () => object.m());
show('object fn', () => object.f());
show('object arrow', () => object.g());
show('object getter', () => object.x);
show('object setter', () => { object.x = 1; });
show('object symbol', () => object[Object.getOwnPropertySymbols(object)[0]]());
show('object toPrimitive', () => +object);
show('nested', () => object.nested.deep());
show('gm', () => object.gm().next());
show('detached', () => { const { m } = object; m(); });
show('aliased', () => { const o = { other: object.m }; o.other(); });
show('aliased twice', () => { const o = { one: object.m, two: object.m }; o.two(); });
show('aliased hidden', () => { const o = {}; Object.defineProperty(o, 'hid', { value: object.m }); o.hid(); });
show('element', () => { const a = [object.m]; a[0](); });
show('element arrow', () => { const a = [() => boom()]; a[0](); });
show('anon assigned', () => { const o = {}; o.p = function () { boom(); }; o.p(); });
show('anon assigned deep', () => { const o = { q: {} }; o.q.p = function () { boom(); }; o.q.p(); });
show('anon in map', () => { const o = new Map(); o.p = function () { boom(); }; o.p(); });
show('iife', () => (function () { boom(); })());
show('arrow iife', () => (() => { boom(); })());
show('named iife', () => (function iife() { boom(); })());
show('call prim', () => (function strict() { 'use strict'; boom(); }).call(1));
show('call prim sloppy', () => (function sloppy() { boom(); }).call(1));
show('call string', () => (function sloppy() { boom(); }).call('s'));
show('call sym', () => (function sloppy() { boom(); }).call(Symbol()));
show('call anon', () => (function () { boom(); }).call({}));
show('call null', () => (function () { boom(); }).call(null));
show('call fn', () => (function fn() { boom(); }).call(function other() {}));
show('call class', () => (function fn() { boom(); }).call(A));
show('call anon class', () => (function fn() { boom(); }).call(class {}));
show('call arrow', () => (function fn() { boom(); }).call(() => {}));
show('call proxy', () => (function fn() { boom(); }).call(new Proxy({}, {})));
show('call proxy fn', () => (function fn() { boom(); }).call(new Proxy(function () {}, {})));
show('call date', () => (function fn() { boom(); }).call(new Date()));
show('call regexp', () => (function fn() { boom(); }).call(/a/));
show('call promise', () => (function fn() { boom(); }).call(Promise.resolve()));
show('call error', () => (function fn() { boom(); }).call(new TypeError('x')));
show('call args', () => (function fn() { boom(); }).call((function () { return arguments; })()));
show('call gen', () => (function fn() { boom(); }).call((function* () {})()));
show('call Math', () => (function fn() { boom(); }).call(Math));
show('call JSON', () => (function fn() { boom(); }).call(JSON));
show('call globalThis', () => (function fn() { boom(); }).call(globalThis));
show('call weird', () => (function fn() { boom(); }).call({ constructor: 1 }));
show('call ctor prop', () => (function fn() { boom(); }).call({ constructor: A }));
show('call tag', () => (function fn() { boom(); }).call({ [Symbol.toStringTag]: 'Tagged' }));
show('call tag class', () => { class T { get [Symbol.toStringTag]() { return 'TT'; } } (function fn() { boom(); }).call(new T()); });
show('call proto', () => (function fn() { boom(); }).call(A.prototype));
show('call bare', () => (function fn() { boom(); }).call(Object.create(null)));
show('call bare proto', () => (function fn() { boom(); }).call(Object.create(Object.create(null))));
show('call created', () => (function fn() { boom(); }).call(Object.create({ k: 1 })));
show('call created A', () => (function fn() { boom(); }).call(Object.create(A.prototype)));
show('call fn instance', () => { function Old() {} (function fn() { boom(); }).call(new Old()); });
show('call anon fn instance', () => (function fn() { boom(); }).call(new (function () {})()));
show('call assigned fn instance', () => { const Old = function () {}; (function fn() { boom(); }).call(new Old()); });
show('call prop fn instance', () => { const ns = {}; ns.Old = function () {}; (function fn() { boom(); }).call(new ns.Old()); });
show('proto method', () => { function Old() {} Old.prototype.go = function () { boom(); }; new Old().go(); });
show('proto method named', () => { function Old() {} Old.prototype.go = function gone() { boom(); }; new Old().go(); });
show('proto inherited', () => { function P() {} P.prototype.go = function () { boom(); }; function Q() {} Q.prototype = Object.create(P.prototype); new Q().go(); });
show('new fn', () => { function Old() { boom(); } new Old(); });
show('new anon', () => new (function () { boom(); })());
show('new prop', () => { const ns = { Old: function () { boom(); } }; new ns.Old(); });
show('new prop assigned', () => { const ns = {}; ns.Old = function () { boom(); }; new ns.Old(); });
show('renamed', () => { function f() { boom(); } Object.defineProperty(f, 'name', { value: 'renamed' }); f(); });
show('renamed method', () => { const o = { f() { boom(); } }; Object.defineProperty(o.f, 'name', { value: 'renamed' }); o.f(); });
show('name number', () => { function f() { boom(); } Object.defineProperty(f, 'name', { value: 5 }); f(); });
show('static name', () => { class N { static name = 'other'; static f() { boom(); } } N.f(); });
show('static name method', () => { class N { static name() {} static f() { boom(); } } N.f(); });
show('starts with type', () => { const o = { ObjectThing() { boom(); } }; o.ObjectThing(); });
show('same as type', () => { class Foo { Foo() { boom(); } } new Foo().Foo(); });
show('ends with method', () => { const o = { b: function ab() { boom(); } }; o.b(); });
show('default param', () => { function f(a = boom()) {} f(); });
show('tagged template', () => { function tag() { boom(); } tag`x`; });
show('optional call', () => object?.m?.());
show('comma call', () => (0, object.m)());
show('paren call', () => (object.m)());
show('super prop', () => { const p = { go() { boom(); } }; const o = { __proto__: p, go() { super.go(); } }; o.go(); });
show('let named', () => { let fn = function () { boom(); }; fn(); });
show('const arrow', () => { const ar = () => { boom(); }; ar(); });
show('default named', () => { const { d = () => boom() } = {}; d(); });
show('logical named', () => { let d; d ??= function () { boom(); }; d(); });
show('returned anon', () => { const mk = () => function () { boom(); }; mk()(); });
show('curried', () => { const c = (a) => (b) => boom(); c(1)(2); });
show('async fn sync part', () => { async function f() { boom(); } f().catch(() => {}); throw new Error('after'); });
show('label', () => { function f() { return g(); } function g() { return boom(); } f(); });
show('generator method of class', () => { for (const x of new (class G { *[Symbol.iterator]() { boom(); } })()); });
show('require cb', () => require('events').prototype.emit.call(1));
show('recursion', () => { (function r(n) { if (n === 0) boom(); r(n - 1); })(20); });
show('overflow', () => { try { (function over() { over(); })(); } catch (e) { throw { stack: e.stack.split('\n').slice(0, 3).join('\n') }; } });
show('multi line', () => {
  object
    .nested
    .deep(
      1,
    );
});
show('chained', () => {
  [1]
    .filter(Boolean)
    .map((x) => {
      return object
        .m();
    });
});
show('null read', () => { const o = null; return o.x; });
show('null read deep', () => { const o = { a: {} }; return o.a.b.c; });
show('null write', () => { const o = null; o.x = 1; });
show('not fn', () => { const o = {}; o.f(); });
show('not fn deep', () => { const o = { a: {} }; o.a.b.c(); });
show('undef var', () => undefinedVariable);
show('undef call', () => undefinedFunction(1));
show('tdz', () => { x; let x = 1; });
show('const assign', () => { const k = 1; k = 2; });
show('not iterable', () => { const [a] = 1; });
show('not iterable for', () => { for (const x of 1); });
show('spread not iterable', () => Math.max(...1));
show('not ctor', () => new (() => {})());
show('destructure null', () => { const { a } = null; });
show('destructure param', () => { (function d({ a }) {})(); });
show('instanceof', () => 1 instanceof 1);
show('bigint mix', () => 1n + 1);
show('symbol conv', () => `${Symbol('s')}`);
show('strict write', () => { 'use strict'; Object.freeze({ a: 1 }).a = 2; });
show('delete', () => { 'use strict'; delete Object.freeze({ a: 1 }).a; });
show('getter only', () => { 'use strict'; ({ get a() { return 1; } }).a = 2; });
show('throw expr position', () => {
  const e = new Error('made here');
  throw e;
});
show('throw fn result', () => { const mk = () => new TypeError('t'); throw mk(); });
show('Error()', () => { throw Error('called'); });
show('TypeError()', () => { throw TypeError('called'); });
class E1 extends Error {}
class E2 extends Error { constructor(m) { super(m); this.name = 'E2'; } }
class E3 extends E2 {}
class E4 extends E2 { constructor() { super('four'); } }
class E5 extends Error { get name() { return 'Five'; } }
class E6 extends Error { constructor(m) { super(m); this.name = this.constructor.name; Error.captureStackTrace(this, this.constructor); } }
class E7 extends E6 {}
for (const E of [E1, E2, E3, E4, E5, E6, E7]) { show(E.name, () => { throw new E('msg'); }); show(E.name + ' fn', () => { function mk() { return new E('m2'); } throw mk(); }); }
function Legacy(m) { const e = Error.call(this, m); this.stack = e.stack; this.message = m; }
Legacy.prototype = Object.create(Error.prototype); Legacy.prototype.name = 'Legacy';
show('legacy', () => { throw new Legacy('leg'); });
function Legacy2(m) { Error.captureStackTrace(this, Legacy2); this.message = m; }
Legacy2.prototype = Object.create(Error.prototype, { name: { value: 'Legacy2' }, constructor: { value: Legacy2 } });
show('legacy2', () => { throw new Legacy2('leg'); });
show('reflect construct', () => { throw Reflect.construct(Error, ['r'], A); });
show('reflect construct fn', () => { throw Reflect.construct(Error, ['r'], function NT() {}); });
show('reflect construct same', () => { throw Reflect.construct(Error, ['r']); });
show('aggregate', () => { throw new AggregateError([1], 'agg'); });
show('cause', () => { throw new Error('c', { cause: 1 }); });
show('message with newline', () => { throw new Error('a\nb'); });
show('message toString', () => { throw new Error({ toString() { return 'obj'; } }); });
show('message throws', () => { throw new Error({ toString() { boom(); } }); });
show('name later', () => { const e = new Error('n'); e.name = 'Later'; throw e; });
show('message later', () => { const e = new Error('n'); e.message = 'changed'; throw e; });
show('read then rename', () => { const e = new Error('n'); e.stack; e.name = 'Later'; throw e; });
show('null name', () => { const e = new Error('n'); e.name = null; throw e; });
show('empty name', () => { const e = new Error('n'); e.name = ''; throw e; });
show('no message', () => { throw new Error(); });
show('symbol thrown', () => { const e = new Error('s'); e.name = { toString() { return 'ON'; } }; throw e; });
