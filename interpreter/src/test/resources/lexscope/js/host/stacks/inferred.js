// What functions without a name are assigned to.
const boom = () => { throw new Error('boom'); };
const show = (label, f) => { try { f(); } catch (e) { console.log(label, e.stack.split('\n')[2].replace(/\/.*\//, '')); } };
function Ctor() { this.x = function () { boom(); }; var o = {}; o.p = function () { boom(); }; show('ctor this', () => this.x()); const f = o.p; show('ctor o.p', () => f()); let g = this.x; show('ctor x', () => g());}
new Ctor();
function lower() { this.x = function () { boom(); }; const f = this.x; show('lower this', () => f()); }
lower.call({});
const a = []; a[0] = function () { boom(); }; let f = a[0]; show('a[0]', () => f());
let i = 'k'; a[i] = function () { boom(); }; f = a[i]; show('a[i]', () => f());
a['q'] = () => boom(); f = a['q']; show("a['q']", () => f());
exports.foo = function () { boom(); }; f = exports.foo; show('exports.foo', () => f());
module.exports = function () { boom(); }; f = module.exports; show('module.exports', () => f());
f = null || function () { boom(); }; show('or', () => f());
a.z = null || function () { boom(); }; show('a.z or', () => (0, a.z)());
a.y = true ? () => boom() : function () { boom(); }; show('a.y cond', () => (0, a.y)());
a.w = { q: [function () { boom(); }] }; show('nested arr', () => (0, a.w.q[0])());
a.v = [() => boom()]; show('arr', () => (0, a.v[0])());
a.v = a.u = function () { boom(); }; show('chain', () => (0, a.u)());
Ctor.prototype.go = function () { boom(); }; f = Ctor.prototype.go; show('proto', () => f());
Ctor.prototype.go.deep = function () { boom(); }; f = Ctor.prototype.go.deep; show('proto deep', () => f());
a.t = class { m() { boom(); } }; show('class', () => new a.t().m());
a.t = class { constructor() { boom(); } }; show('class', () => new a.t());
const call = (cb) => cb(); 
show('cb', () => call(function () { boom(); }));
const r = call(function () { try { boom(); } catch (e) { return e; } }); console.log('var r', r.stack.split('\n')[2].replace(/\/.*\//, ''));
a.s = (function () { return function () { boom(); }; })(); show('iife', () => (0, a.s)());
a.n = function () { return function () { boom(); }; }; show('returned', () => a.n()());
a.async = async function () { boom(); }; a.async().catch((e) => console.log('async', e.stack.split('\n')[2].replace(/\/.*\//, '')));
a.m = new (class { q = () => boom() })(); show('m', () => (0, a.m.q)());
let v1 = [function () { boom(); }]; show('v1', () => (0, v1[0])());
let v2 = { a: [() => boom()] }; show('v2', () => (0, v2.a[0])());
let v3; v3 = [() => boom()]; show('v3', () => (0, v3[0])());
let v4 = call.bind(null, () => boom()); show('v4', () => v4());
let v5 = true ? function () { boom(); } : null; show('v5', () => v5());
let v6 = call && function () { boom(); }; show('v6', () => v6());
let v7 = (0, function () { boom(); }); show('v7', () => v7());
const obj = { k: true && function () { boom(); } }; show('obj k', () => (0, obj.k)());
a.b1 ||= function () { boom(); }; show('lor', () => (0, a.b1)());
a.b2 = (x) => (y) => boom(); show('curried', () => a.b2(1)(2));
