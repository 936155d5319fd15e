const R = require('ramda');
const people = [
  { name: 'Ann', age: 31, tags: ['x', 'y'] },
  { name: 'Bob', age: 17, tags: [] },
  { name: 'Cy', age: 44, tags: ['y'] },
];
console.log(R.pipe(R.filter(R.where({ age: R.gt(R.__, 18) })), R.map(R.prop('name')), R.join(', '))(people));
console.log(R.groupBy((p) => (p.age > 18 ? 'adult' : 'minor'), people));
console.log(
  R.assocPath(['a', 'b', 0, 'c'], 5, {}),
  R.dissocPath(['a', 'b'], { a: { b: 1, c: 2 } }),
  R.path(['a', 0, 'z'], { a: [{ z: 9 }] }),
);
console.log(
  R.over(R.lensPath(['x', 'y']), R.inc, { x: { y: 4 } }),
  R.view(R.lensIndex(1), [1, 2, 3]),
  R.set(R.lensProp('q'), 8, {}),
);
console.log(R.transduce(R.compose(R.map(R.multiply(2)), R.take(3)), R.flip(R.append), [], R.range(1, 100)));
console.log(R.sortWith([R.descend(R.prop('age')), R.ascend(R.prop('name'))], people).map(R.prop('name')));
console.log(
  R.equals({ a: [1, { b: new Map([[1, new Set([2])]]) }] }, { a: [1, { b: new Map([[1, new Set([2])]]) }] }),
  R.equals(/a/g, /a/i),
  R.identical(0, -0),
);
console.log(
  R.toString({ a: [1, 'x', null, undefined, new Date(0)], f: /re/g }),
  R.type(async () => 1),
  R.type(null),
  R.type(/x/),
);
console.log(
  R.curry((a, b, c, d) => a + b + c + d)(1)(R.__, 3)(2, 4),
  R.uncurryN(2, (a) => (b) => a * b)(6, 7),
  R.converge(R.divide, [R.sum, R.length])([1, 2, 3, 6]),
);
console.log(
  R.cond([
    [R.lt(10), R.always('big')],
    [R.T, R.always('small')],
  ])(11),
  R.ifElse(R.isNil, R.always('nil'), R.identity)(0),
  R.when(R.isEmpty, R.always([0]))([]),
  R.tryCatch(JSON.parse, () => 'bad')('{'),
);
console.log(
  R.zipObj(['a', 'b'], [1, 2]),
  R.invertObj({ a: 'x', b: 'y' }),
  R.invert({ a: 'x', b: 'x' }),
  R.toPairs({ a: 1, b: 2 }),
  R.fromPairs([['q', 1]]),
  R.xprod([1, 2], ['a', 'b']),
  R.transpose([
    [1, 2, 3],
    [4, 5],
  ]),
);
console.log(
  R.aperture(2, [1, 2, 3, 4]),
  R.splitEvery(2, [1, 2, 3, 4, 5]),
  R.splitWhen(R.equals(3), [1, 2, 3, 4]),
  R.partition((x) => x % 2, R.range(0, 7)),
  R.scan(R.add, 0, [1, 2, 3]),
  R.unfold((n) => (n > 5 ? false : [n, n + 1]), 1),
  R.mapAccum((a, b) => [a + b, a * b], 0, [1, 2, 3]),
);
console.log(
  R.mergeDeepRight({ a: { b: 1, c: 2 } }, { a: { c: 3, d: 4 } }),
  R.mergeWith(R.concat, { a: [1] }, { a: [2], b: [3] }),
  R.evolve({ n: R.inc, s: R.toUpper }, { n: 1, s: 'x', z: 0 }),
  R.pickBy((v, k) => v > 1, { a: 1, b: 2 }),
  R.omit(['a'], { a: 1, b: 2 }),
  R.project(['name'], people),
);
console.log(
  R.countBy(Math.floor, [1.2, 1.9, 2.4]),
  R.indexBy(R.prop('name'), people).Bob.age,
  R.reduceBy(
    (a, p) => a + p.age,
    0,
    (p) => p.tags.length,
    people,
  ),
  R.uniqBy(Math.abs, [1, -1, 2]),
  R.union([1, 2], [2, 3]),
  R.difference([1, 2, 3], [2]),
  R.symmetricDifference([1, 2], [2, 3]),
  R.intersection([1, 2, 3], [2, 3, 9]),
);
console.log(
  R.memoizeWith(String, (x) => ({ x }))(4),
  R.once(() => 3)(),
  R.juxt([Math.min, Math.max])(3, 1, 2),
  R.nAry(1, parseInt)('12', 3),
  R.applySpec({ sum: R.add, nested: { mul: R.multiply } })(2, 4),
  R.traverse(R.of(Array), (x) => [x, x + 1], [1, 2]),
  R.sequence(R.of(Array), [[1, 2], [3]]),
);
console.log(
  R.trim('  a '),
  R.replace(/a/g, 'b', 'banana'),
  R.match(/[a-z]a/g, 'banana'),
  R.test(/^b/, 'banana'),
  R.startsWith([1], [1, 2]),
  R.mathMod(-17, 5),
  R.median([5, 1, 9, 2]),
  R.clamp(1, 5, 9),
  R.propOr(3, 'q', {}),
  R.eqProps('a', { a: 1 }, { a: 1 }),
  R.whereEq({ a: 1 })({ a: 1, b: 2 }),
  R.clone({ d: new Date(5), r: /x/g, n: [[1]] }),
);
R.andThen(console.log, R.pipeWith(R.andThen, [(x) => Promise.resolve(x + 1), (x) => x * 2])(4));
