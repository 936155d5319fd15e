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
