// Prints "name bytes" for things whose size the interpreter models: the node's own size in a heap
// snapshot and that of its backing stores.

class Probe {}
const p = new Probe();

function addNamed(n) {
  const o = {};
  const body = Array.from({length: n}, (_, i) => `o.p${i} = 1;`).join('');
  new Function('o', body)(o);
  return o;
}

function addKeyed(n) {
  const o = {};
  for (let i = 0; i < n; i++) o['k' + i] = 1;
  return o;
}

function literal(n) {
  return new Function('return {' + Array.from({length: n}, (_, i) => `p${i}: 1`) + '}')();
}

function pushed(n) {
  const a = [];
  for (let i = 0; i < n; i++) a.push(i);
  return a;
}

function closureOver(n) {
  const names = Array.from({length: n}, (_, i) => 'v' + i);
  return new Function(
      names.map((name) => `let ${name} = {};`).join('') + `return function f() { return [${names}]; }`)();
}

for (const n of [0, 1, 2, 3, 5, 10, 40]) p['literal' + n] = literal(n);
for (const n of [4, 5, 7, 8, 12, 20, 60]) p['named' + n] = addNamed(n);
for (const n of [4, 8, 12, 19, 20, 30, 60, 127]) p['keyed' + n] = addKeyed(n);
for (const n of [0, 1, 17, 18, 44, 100]) p['pushed' + n] = pushed(n);
for (const n of [1, 2, 3, 5]) p['context' + n] = closureOver(n);

p.frozen = Object.freeze({a: 1, b: 2});
p.deletedLast = {a: 1, b: 2};
delete p.deletedLast.b;
p.deletedFirst = {a: 1, b: 2, c: 3};
delete p.deletedFirst.a;

class Three {
  constructor() {
    this.a = 1;
    this.b = 2;
    this.c = 3;
  }
}
for (let i = 0; i < 20; i++) new Three();
p.constructed3 = new Three();

p.array3 = [1, 2, 3];
p.doubles3 = [1.5, 2.5, 3.5];
p.newArray10 = new Array(10);
p.sparse = [];
p.sparse[100000] = 1;
p.indexed = {};
p.indexed[0] = 1;
p.indexed[1] = 2;
p.popped10 = pushed(100);
while (p.popped10.length > 10) p.popped10.pop();
p.truncated2 = [1, 2, 3, 4, 5, 6, 7, 8];
p.truncated2.length = 2;
p.mapped3 = [1, 2, 3].map((x) => x);
p.filtered3 = [1, 2, 3].filter((x) => x);
p.sliced3 = [1, 2, 3, 4].slice(1);
p.concatenated5 = [1, 2, 3].concat([4, 5]);
p.keys2 = Object.keys({a: 1, b: 2});
p.from3 = Array.from(new Set([1, 2, 3]));
p.unshifted4 = [1, 2, 3];
p.unshifted4.unshift(0);

p.function = function() {};
p.arrow = () => {};
p.method = {m() {}}.m;
p.bound0 = p.function.bind(null);
p.proxy = new Proxy({}, {});
p.iterator = [1][Symbol.iterator]();
p.iteratorResult = p.iterator.next();
p.error = new Error('x');
p.booleanObject = Object(true);
p.stringObject = Object('abc');
p.map0 = new Map();
p.map5 = new Map([[1, 1], [2, 1], [3, 1], [4, 1], [5, 1]]);
p.set0 = new Set();
p.set100 = new Set(Array.from({length: 100}, (_, i) => i));

p.symbol = Symbol('description');
p.bigint10 = 10n;
p.bigint2pow70 = 2n ** 70n;
p.bigint2pow200 = 2n ** 200n;
p.oneByte37 = Buffer.from('a'.repeat(37)).toString();
p.twoByte40 = Buffer.from('ä€'.repeat(20)).toString();
p.concatenation = p.oneByte37 + process.pid + p.oneByte37;
p.slice = p.oneByte37.substring(3, 30);

require('./snapshot-sizes.js')('Probe', (label, node, size, edgesOf) => {
  let bytes = size(node);
  for (const [, inner, store] of edgesOf(node)) {
    if (['elements', 'properties', 'table'].includes(inner)) bytes += size(store);
    if (inner === 'context' && label.startsWith('context')) bytes = size(store);
  }
  return bytes;
});
