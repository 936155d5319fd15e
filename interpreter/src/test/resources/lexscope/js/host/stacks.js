// Prints stacks without the frames that are Node's own or a built-in function's.
const show = (error) =>
  console.log(
    error.stack
      .split('\n')
      .filter((line) => !line.includes('node:') && !line.includes('<anonymous>)'))
      .map((line) => line.replace(/\(.*[\\/]/, '(').replace(/at \/.*\//, 'at '))
      .join('\n'));

show(new Error('top'));

function named() { show(new Error('named')); }
named();
const object = { method() { show(new Error('method')); }, arrow: () => show(new Error('arrow')) };
object.method();
object.arrow();
object.other = named;
object.other();
const map = new Map();
map.go = named;
map.go();
named.call(null);
named.call({ k: 1 });
named.apply([1]);

class Base { constructor() { this.made = () => show(new Error('made')); } }
class Derived extends Base {
  method() { const inner = function () { show(new Error('inner')); }; inner(); }
  static fixed() { show(new Error('fixed')); }
}
new Base().made();
new Derived().method();
Derived.fixed();
function Old() { show(new Error('constructed')); }
Old.prototype.method = function () { show(new Error('old')); };
String.prototype.yell = function yell() { show(new Error('yell')); };
'x'.yell();
const bare = Object.create(null);
bare.f = function f() { show(new Error('bare')); };
bare.f();
const accessors = { get p() { show(new Error('getter')); return 1; } };
accessors.p;
new Proxy({ f() { show(new Error('proxied')); } }, {}).f();
function makeGenerator() { return (function* inside() { show(new Error('generator')); yield 1; }); }
makeGenerator()().next();
new Old();

function CustomError() {
  Error.captureStackTrace(this, CustomError);
  this.message = 'custom';
}
CustomError.prototype = Object.create(Error.prototype, { name: { value: 'CustomError' } });
function make() { return new CustomError(); }
show(make());
class HttpError extends Error {
  constructor(message) {
    super(message);
    Error.captureStackTrace(this, HttpError);
    this.name = 'HttpError';
  }
}
show(new HttpError('late name'));
const plain = {};
Error.captureStackTrace(plain);
show(plain);
function assertion(value) {
  if (!value) {
    const failed = new Error('assertion');
    Error.captureStackTrace(failed, assertion);
    throw failed;
  }
}
function checks() { assertion(false); }
try { checks(); } catch (error) { show(error); }
Error.captureStackTrace(plain, checks);
show(plain);
console.log(Object.getOwnPropertyDescriptor(plain, 'stack').enumerable);

const before = Error.stackTraceLimit;
Error.stackTraceLimit = 2;
function a() { b(); }
function b() { c(); }
function c() { show(new Error('limited')); }
a();
Error.stackTraceLimit = 0;
show(new Error('none'));
Error.stackTraceLimit = before;
(async function asynchronous() { await 0; show(new Error('after await')); })();
Promise.resolve().then(() => show(new Error('job')));
module.exports = 1;
