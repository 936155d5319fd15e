console.log(new Map(), new Set(), new Map([[1, 2]]), new Set([1, 2]));
console.log(new Map([['a', { b: 1 }], [{ k: 1 }, [1, 2]]]), new Set(['a', { b: 1 }]));
console.log(new Map([[new Map([[1, 2]]), new Set([new Set([1])])]]));
console.log([new Map([['k', new Map([['k', new Map([['k', new Map()]])]])]])]);
console.log(new Map(Array.from({ length: 20 }, (_, i) => ['key' + i, i])));
console.log(new Set(Array.from({ length: 40 }, (_, i) => i)));
console.log(new Set(Array.from({ length: 120 }, (_, i) => i)));
console.log(new Map(Array.from({ length: 101 }, (_, i) => [i, -i])));
console.log(Object.assign(new Map([[1, 2]]), { extra: 1 }), Object.assign(new Set(), { extra: 1 }));
console.log(new WeakMap(), new WeakSet(), new WeakRef({}), [new WeakMap([[{}, 1]])]);
console.log(new Map([[1, 2]]).entries(), new Map([[1, 2]]).keys(), new Map([[1, 'x']]).values());
console.log(new Set([1, 2]).entries(), new Set([1, 2]).values(), new Map()[Symbol.iterator]());
const used = new Map([[1, 2], [3, 4]]).entries(); used.next();
console.log(used);
console.log([1, 2][Symbol.iterator](), 'abc'[Symbol.iterator](), 'a'.matchAll(/a/g));
class Registry extends Map {}
console.log(new Registry(), new Registry([[1, 2]]));
class Bag extends Set { constructor() { super(); this.label = 'bag'; } }
console.log(new Bag());
const noProto = new Map([[1, 2]]); Object.setPrototypeOf(noProto, null);
console.log(noProto);
const noProtoSet = new Set([1]); Object.setPrototypeOf(noProtoSet, null);
console.log(noProtoSet);
console.log({ m: new Map([['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb']]) });
console.log(new Map([['a', 1]]).size, Map.prototype, Set.prototype);
