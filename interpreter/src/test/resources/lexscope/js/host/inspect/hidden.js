console.log('%o', { a: 1, [Symbol('s')]: 2 });
console.dir(new Map([[1, { a: 2 }]]), { showHidden: true });
console.dir(new Set([1]), { showHidden: true });
console.dir(Object.defineProperty({}, 'h', { value: 1 }), { showHidden: true });
console.dir(new Uint8Array(2), { showHidden: true });
console.dir(new (class A { get g() { return 1; } m() {} })(), { showHidden: true });
class Base { get inherited() { return 1; } }
class Derived extends Base { x = 1; }
console.dir(new Derived(), { showHidden: true });
console.dir(Object.create({ y: 1 }), { showHidden: true });
console.dir(/a/g, { showHidden: true });
console.dir(function f() { 'use strict'; }, { showHidden: true });
console.dir('%s', { showHidden: true });
console.dir([1, , 2], { showHidden: true });
const w = {}; console.dir(new WeakSet([w]), { showHidden: true }); console.dir(new WeakMap([[w, 1]]), { showHidden: true });
