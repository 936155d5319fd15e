// Things whose sizes are compared, one in each property of `things`.
class Things {}
globalThis.things = new Things();
things.literal40 = {};

class Three {
  constructor() { this.a = 1; this.b = 2; this.c = 3; }
}
class Derived extends Three {
  constructor() { super(); this.d = 4; }
}
for (let i = 0; i < 20; i++) { new Three(); new Derived(); }
things.instance = new Three();
things.derivedInstance = new Derived();
things.classFunction = Three;

things.date = new Date(0);
things.regExp = /a/g;
things.pendingPromise = new Promise(() => {});
things.resolvedPromise = Promise.resolve(1);
things.weakRef = new WeakRef(things);
things.weakMap = new WeakMap();
things.weakSet = new WeakSet();
things.finalizationRegistry = new FinalizationRegistry(() => {});

things.numberObject = Object(1);
things.bigintObject = Object(1n);
things.symbolObject = Object(Symbol());
things.emptyStringObject = Object("");

things.arrayBuffer64 = new ArrayBuffer(64);
things.dataView = new DataView(new ArrayBuffer(8));

for (const n of [1, 3, 4, 5, 17, 100, 1000]) {
  things["map" + n] = new Map(Array.from({ length: n }, (_, i) => [i, i]));
  things["set" + n] = new Set(Array.from({ length: n }, (_, i) => i));
}
things.deletedMap = new Map([[1, 1], [2, 2], [3, 3], [4, 4]]);
things.deletedMap.delete(2);

function target() {}
things.bound1 = target.bind(null, 1);
things.bound2 = target.bind(null, 1, 2);
things.asyncFunction = async () => {};
things.generatorFunction = function* () {};
things.getter = Object.getOwnPropertyDescriptor({ get x() { return 1; } }, "x").get;

things.typeError = new TypeError("x");
things.aggregateError = new AggregateError([], "x");
things.errorWithCause = new Error("x", { cause: 1 });

things.proxyOfFunction = new Proxy(target, {});
things.mapIterator = new Map([[1, 1]]).entries();
things.setIterator = new Set([1]).values();
things.stringIterator = "ab"[Symbol.iterator]();
things.arrayEntries = [1].entries();

things.strictArguments = (function () { "use strict"; return arguments; })(1, 2);
things.sloppyArguments = (function () { return arguments; })(1, 2);

things.withoutPrototype = Object.create(null);
things.created = Object.create({});
things.doubleProperty = { x: 1.5 };
things.accessorProperty = { get x() { return 1; } };
things.matched = /(b)(c)/.exec("abc");
things.doubles100 = Array.from({ length: 100 }, (_, i) => i + 0.5);
things.holes10 = [, , , , , , , , , 1];
things.frozenArray = Object.freeze([1, 2, 3]);
things.nested = [[1], [2]];
things.symbolKey = { [Symbol("k")]: 1 };
things.literal3 = { a: 1, b: {}, c: "c" };
things.literalWithMethods = { a() {}, b: 1 };
things.literalWithIndexes = { 0: 1, 1: 2, a: 3 };
things.literalWithSpread = { a: 1, ...{ b: 2 } };
things.uint8Array16 = new Uint8Array(16);
things.uint8Array100 = new Uint8Array(100);
things.subarray = things.uint8Array100.subarray(3);
things.emptyArrayBuffer = new ArrayBuffer(0);
things.emptyClass = class {};
things.classWithStaticMethod = class B { static s() {} };
things.weakMapOf1 = new WeakMap([[things, 1]]);

// Families: each thing is made once, by a text of its own.
const make = (text) => (0, eval)('(' + text + ')');
const names = 'abcdefghijklmnopqrstuvwxyz'.split('');
const list = (n, each) => names.slice(0, n).map(each).join(' ');

for (const n of [2, 3, 4, 9, 10, 20]) {
  things['getters' + n] = make(`{ ${list(n, (k) => `get ${k}() { return 1; },`)} }`);
}
for (const n of [0, 1, 2, 6]) {
  things['getterBefore' + n] = make(`{ get x() { return 1; }, ${list(n, (k) => `${k}: 1,`)} }`);
  things['getterAfter' + n] = make(`{ ${list(n, (k) => `${k}: 1,`)} get x() { return 1; } }`);
}
things.getterAndSetter = { get x() { return 1; }, set x(v) {} };
things.computedAfterGetter = { get x() { return 1; }, ['y' + 1]: 2 };
things.firstComputedGetter = { get ['first' + 1]() { return 1; } };
const definesGetter = () => Object.defineProperty({}, 'defined', { get() { return 1; }, configurable: true });
things.firstDefinedGetter = definesGetter();
things.nextDefinedGetter = definesGetter();
things.accessorOverData = Object.defineProperty({ a: 1, b: 2, c: 3 }, 'b', { get() {} });

for (const n of [1, 3, 4, 6, 11, 12, 22, 40]) {
  const object = Object.create(null);
  for (let i = 0; i < n; i++) object['k' + i] = i;
  things['withoutPrototype' + n] = object;
}
things.definedWithoutPrototype = Object.create(null, { a: { value: 1 }, b: { value: 2 } });
things.nullPrototypeLiteral = { __proto__: null, a: 1, b: 2, c: 3, d: 4 };
things.prototypeTakenAway = Object.setPrototypeOf({ a: 1, b: 2, c: 3 }, null);
things.groups = /(?<year>\d+)-(?<month>\d+)/.exec('2026-11').groups;

const filled = (n, object = {}) => {
  for (let i = 0; i < n; i++) object['k' + i] = i;
  return object;
};
for (const n of [2, 4, 10]) {
  things['deletedFirstOf' + n] = filled(n);
  delete things['deletedFirstOf' + n].k0;
}
for (const left of [50, 10, 0]) {
  const object = filled(100);
  for (let i = left; i < 100; i++) delete object['k' + i];
  things['deletedDownTo' + left] = object;
}
things.deletedAllAddedOne = filled(100);
for (let i = 0; i < 100; i++) delete things.deletedAllAddedOne['k' + i];
things.deletedAllAddedOne.x = 1;
things.slidingWindow = {};
for (let i = 0; i < 1000; i++) {
  things.slidingWindow['k' + i] = 1;
  delete things.slidingWindow['k' + (i - 10)];
}

const five = { a: 1, b: 2, c: 3, d: 4, e: 5 };
things.spreadOnly = { ...five };
things.spreadFirst = { ...five, x: 1 };
things.spreadLast = { x: 1, ...five };
things.twoSpreads = { x: 1, ...five, y: 1, ...{ z: 1 } };
things.assigned = Object.assign({}, five);
things.assignedToLiteral = Object.assign({ x: 1 }, five);
things.restProperties = (({ a, ...rest }) => rest)(five);
things.computedOnly = { ['x' + 1]: 1, ['x' + 2]: 2 };
things.computedLast = { a: 1, ['x' + 1]: 1, ['x' + 2]: 2 };

for (const n of [0, 1, 5, 10]) {
  const values = Array.from({ length: n }, (_, i) => i);
  things['strictArguments' + n] = make("function () { 'use strict'; return arguments; }")(...values);
  things['sloppyArguments' + n] = make('function () { return arguments; }')(...values);
  things['mappedArguments' + n] = make('function (a, b) { return arguments; }')(...values);
  things['mappedToContext' + n] = make('function (a, b) { (() => a); return arguments; }')(...values);
  things['restParameter' + n] = make('function (...rest) { return rest; }')(...values);
}
things.longerArguments = (function () { arguments[2] = 1; return arguments; })(1, 2);
things.argumentsWithProperty = (function () { arguments.x = 1; return arguments; })(1, 2);

for (const type of [Int8Array, Uint8ClampedArray, Int16Array, Uint32Array, Float32Array, Float64Array, BigInt64Array]) {
  things[type.name + 'Of24Bytes'] = new type(24 / type.BYTES_PER_ELEMENT);
}
for (const n of [0, 1, 8, 9, 64, 65]) things['bytes' + n] = new Uint8Array(n);
things.bytesFrom = Uint8Array.from([1, 2, 3]);
things.bytesSlice = new Uint8Array(100).slice(0, 16);
things.bytesWithBuffer = new Uint8Array(16);
things.bufferOfBytes = things.bytesWithBuffer.buffer;
things.bytesWithSubarray = new Uint8Array(16);
things.subarrayOf16 = things.bytesWithSubarray.subarray(4);
things.bytesOnBuffer = new Uint8Array(new ArrayBuffer(16));

for (const n of [1, 2, 4, 8]) {
  things['staticMethods' + n] = make(`class { ${list(n, (k) => `static ${k}() {}`)} }`);
  things['staticFields' + n] = make(`class { ${list(n, (k) => `static ${k} = 1;`)} }`);
  things['staticAccessors' + n] = make(`class { ${list(n, (k) => `static get ${k}() { return 1; }`)} }`);
  things['prototypeOf' + n] = make(`class { ${list(n, (k) => `${k}() {}`)} }`).prototype;
}
things.classWithFields = class { a = 1; b = 2; };
things.classWithEverything = class { a = 1; static b() {} static c = 1; static get d() { return 1; } };
things.classWithPrivateStatics = class { static #a() {} static #b = 1; };
things.classWithComputedStatic = class N { static ['a' + 1]() {} };
things.prototypeOfAccessors = class { get a() { return 1; } set a(v) {} b() {} }.prototype;
things.prototypeOfComputed = class { ['a' + 1]() {} }.prototype;
things.classAddedTo = Object.assign(class { static a() {} }, { x: 1, y: 2 });
class PrivateMethods { x = 1; #a() {} #b() {} }
for (let i = 0; i < 20; i++) new PrivateMethods();
things.instanceWithPrivateMethods = new PrivateMethods();
