// Error.prepareStackTrace and CallSite objects.
const base = (f) => f && f.replace(/^.*\//, '');
const original = Error.prepareStackTrace;
function sites(of) {
  Error.prepareStackTrace = (e, list) => list;
  const o = {};
  Error.captureStackTrace(o, of || sites);
  const list = o.stack;
  Error.prepareStackTrace = original;
  return list;
}
const origin = (o) => o && o.replace(/\/[^\s():]*\//g, '');
const row = (s) => [String(s).replace(/\/[^\s():]*\//g, ''), s.getFunctionName(), s.getTypeName(), s.getMethodName(), base(s.getFileName()), s.getLineNumber(),
  s.getColumnNumber(), origin(s.getEvalOrigin()), s.isNative(), s.isConstructor(), s.isToplevel(), s.isEval(), s.isAsync(), s.isPromiseAll(), s.getPromiseIndex(),
  base(s.getScriptNameOrSourceURL())];
const own = (list) => list.filter((s) => !String(s.getFileName()).startsWith('node:'));
const print = (label, list) => own(list).forEach((s) => console.log(label, JSON.stringify(row(s))));
print('plain', sites());
function f() { return sites(); }
print('f', f());
class A { m() { return sites(); } static s() { return sites(); } get g() { return sites(); } constructor() { this.c = sites(); } }
print('m', new A().m());
print('s', A.s());
print('g', new A().g);
print('c', new A().c);
print('map', [1].map(() => sites())[0]);
print('eval', eval('sites()'));
print('Function', new Function('s', 'return s()')(sites));
const alias = { other: f };
print('alias', alias.other());
console.log(Object.prototype.toString.call(sites()), Array.isArray(sites()), typeof sites()[0], Object.prototype.toString.call(sites()[0]));
// The pattern of callsites.
const callsites = () => { const p = Error.prepareStackTrace; Error.prepareStackTrace = (_, stack) => stack; const stack = new Error().stack.slice(1); Error.prepareStackTrace = p; return stack; };
function who() { return callsites(); }
print('callsites', who());
// The pattern of depd.
function getStack() {
  const lim = Error.stackTraceLimit; const obj = {}; const prep = Error.prepareStackTrace;
  Error.prepareStackTrace = function prepareObjectStackTrace(o, stack) { return stack; };
  Error.stackTraceLimit = Math.max(10, lim);
  Error.captureStackTrace(obj);
  const stack = obj.stack.slice(1);
  Error.prepareStackTrace = prep; Error.stackTraceLimit = lim;
  return stack;
}
print('depd', getStack());
// The pattern of source-map-support.
Error.prepareStackTrace = (error, stack) => `${error.name}! ${error.message}` + stack.filter((s) => !String(s).includes('node:')).map((s) => '\n    at ' + String(s).replace(/\/[^\s():]*\//g, '')).join('');
console.log(new TypeError('mapped').stack);
try { null.x; } catch (e) { console.log(e.stack); }
(function named() { try { [1].forEach(function cb() { throw new RangeError('r'); }); } catch (e) { console.log(e.stack); } })();
// When and how often it is called.
let calls = 0;
Error.prepareStackTrace = (e) => { calls++; return { calls }; };
const e1 = new Error('once');
console.log(calls); console.log(e1.stack, e1.stack === e1.stack, calls);
const e2 = new Error('x'); e2.stack = 'set'; console.log(e2.stack, calls);
Error.prepareStackTrace = (e) => { throw new SyntaxError('from prepare'); };
try { new Error('q').stack; console.log('no throw'); } catch (e) { console.log('thrown', e.name, e.message); }
Error.prepareStackTrace = (e, s) => { const inner = new Error('inner').stack; return typeof inner + ' ' + inner.split('\n')[0]; };
console.log(new Error('outer').stack);
Error.prepareStackTrace = function (...args) { return [this === Error, args.length, args[0] instanceof Error, Array.isArray(args[1])].join(); };
console.log(new Error('this').stack);
Error.prepareStackTrace = 'no function';
console.log(new Error('plain').stack.split('\n')[0]);
Error.prepareStackTrace = undefined;
console.log(new Error('plain').stack.split('\n')[0]);
const late = new Error('late'); Error.prepareStackTrace = () => 'prepared late'; console.log(late.stack); delete Error.prepareStackTrace;
const early = new Error('early'); early.stack; Error.prepareStackTrace = () => 'too late'; console.log(early.stack.split('\n')[0]); delete Error.prepareStackTrace;
const target = {}; Error.captureStackTrace(target); console.log(Object.keys(target), JSON.stringify(Object.getOwnPropertyDescriptor(target, 'stack')).slice(0, 20), target.stack.split('\n')[0]);
try { Error.captureStackTrace(1); } catch (e) { console.log(e.message); }
try { Error.captureStackTrace(Object.freeze({})); } catch (e) { console.log(e.message); }
const withName = { name: 'Named', message: 'msg' }; Error.captureStackTrace(withName); console.log(withName.stack.split('\n')[0]);
function outer() { return inner(); } function inner() { const o = {}; Error.captureStackTrace(o, outer); return o.stack.split('\n').length; }
console.log(outer() > 1);
function notOnStack() {} const none = {}; Error.captureStackTrace(none, notOnStack); console.log(JSON.stringify(none.stack));
Error.captureStackTrace(none, 5); console.log(none.stack.split('\n').length > 1);
Error.captureStackTrace(none, Array.prototype.map); console.log(JSON.stringify(none.stack));
[1].map(() => Error.captureStackTrace(none, Array.prototype.map)); console.log(none.stack.split('\n')[1].replace(/\/[^\s():]*\//g, ''));
console.log(Object.getOwnPropertyNames(Object.getPrototypeOf(sites()[0])).filter((n) => !/Enclosing|Hash/.test(n)).sort().join());
console.log(Object.getOwnPropertyDescriptor(new Error('d'), 'stack') && Object.keys(Object.getOwnPropertyDescriptor(new Error('d'), 'stack')).join());
const clone = Object.create(new Error('proto')); console.log(clone.stack.split('\n')[0]);
Object.defineProperty(Error.prototype, 'extra', { value: 1, configurable: true });
class Lazy extends Error { get message() { return 'computed'; } } console.log(new Lazy().stack.split('\n')[0]);
const ev = eval('(() => new Error("in eval").stack)\n//# sourceURL=virtual.js')(); console.log(ev.split('\n')[1]);
function evaluating() { return eval('(function inner() { return eval("new Error(1).stack"); })()'); }
console.log(evaluating().split('\n').slice(0, 4).join('\n').replace(/\/[^\s():]*\//g, ''));
