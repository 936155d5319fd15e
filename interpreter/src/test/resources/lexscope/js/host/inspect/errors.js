const strip = (error, frames = '\n    at f (file.js:1:2)\n    at g (file.js:3:4)') => {
  error.stack = `${error.name}: ${error.message}${frames}`;
  Object.defineProperty(error, 'stack', { enumerable: false });
  return error;
};
console.log(strip(new Error('plain')));
console.log(strip(new Error('bracketed'), ''), [strip(new TypeError('in array'), '')]);
console.log([strip(new Error('nested'))], { e: strip(new RangeError('in object')) });
console.log(strip(Object.assign(new Error('with props'), { code: 'E_X', info: { a: 1 } })));
console.log(strip(new Error('has cause', { cause: strip(new Error('the cause'), '\n    at h (other.js:5:6)') })));
console.log(strip(new Error('cause is a string', { cause: 'why' })));
console.log(strip(new Error('several\nlines\nof message')));
class Custom extends Error {}
console.log(strip(new Custom('subclass')));
class Named extends Error { constructor(m) { super(m); this.name = 'Renamed'; } }
console.log(strip(new Named('renamed')));
class Odd extends Error { get name() { return 'Odd'; } }
console.log(strip(new Odd('getter name')));
console.log(strip(new AggregateError([strip(new Error('one'), ''), strip(new Error('two'), '')], 'both')));
const noStack = new Error('no stack'); noStack.stack = undefined;
console.log(noStack);
const textStack = new Error('text'); textStack.stack = 'just a text';
console.log(textStack);
const emptyMessage = strip(new Error(''));
console.log(emptyMessage);
const bare = strip(new Error('bare')); Object.setPrototypeOf(bare, null);
console.log(bare);
const a = [strip(new Error('x'), '\n    at a (a.js:1:1)\n    at b (a.js:2:1)\n    at c (a.js:3:1)\n    at d (a.js:4:1)\n    at e (a.js:5:1)')];
const cause = strip(new Error('deep'), '\n    at z (a.js:9:9)\n    at a (a.js:1:1)\n    at b (a.js:2:1)\n    at c (a.js:3:1)\n    at d (a.js:4:1)\n    at e (a.js:5:1)');
a[0].cause = cause;
console.log(a[0]);
console.log('%s', strip(new Error('format s')));
console.log('text', strip(new Error('second'), ''));
