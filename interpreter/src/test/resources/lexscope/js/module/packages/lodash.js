const _ = require('lodash');
const people = [
  { user: 'ann', age: 36, active: true, tags: ['x', 'y'] },
  { user: 'bob', age: 40, active: false, tags: [] },
  { user: 'cid', age: 1, active: true, tags: ['y'] },
];
console.log(_.chunk([1, 2, 3, 4, 5], 2), _.compact([0, 1, '', 2]), _.difference([1, 2, 3], [2]), _.drop([1, 2, 3], 2));
console.log(_.flattenDeep([1, [2, [3, [4]]]]), _.fromPairs([['a', 1]]), _.intersectionBy([2.1, 1.2], [2.3], Math.floor));
console.log(_.pullAllBy([{ x: 1 }, { x: 2 }], [{ x: 1 }], 'x'), _.sortedUniq([1, 1, 2]), _.unionWith([{ x: 1 }], [{ x: 1 }, { y: 2 }], _.isEqual));
console.log(_.unzip([['a', 1], ['b', 2]]), _.xor([2, 1], [2, 3]), _.zipObjectDeep(['a.b[0].c', 'a.b[1].d'], [1, 2]), _.takeRightWhile([1, 2, 3], (n) => n > 1));
console.log(_.countBy([6.1, 4.2, 6.3], Math.floor), _.groupBy(people, 'active'), _.keyBy(people, 'user').bob.age);
console.log(_.orderBy(people, ['active', 'age'], ['asc', 'desc']).map((p) => p.user), _.partition(people, 'active').length);
console.log(_.filter(people, { active: true, age: 1 }), _.find(people, ['user', 'bob']).age, _.reject(people, 'active').length);
console.log(_.invokeMap([[3, 1], [2]], 'sort'), _.reduceRight([1, 2, 3], (a, b) => a + b), _.sampleSize([7], 2), _.size({ a: 1, b: 2 }));
const curried = _.curry((a, b, c) => [a, b, c]);
console.log(curried(1)(_, 3)(2), _.partialRight((a, b) => a - b, 1)(5), _.flow([_.add, (n) => n * n])(1, 2), _.negate(_.isOdd ?? ((n) => n % 2))(2));
const memo = _.memoize((o) => o.n);
console.log(memo({ n: 1 }), memo.cache.size, _.once(() => 5)(), _.ary(parseInt, 1)('10', 2), _.rearg((a, b, c) => [a, b, c], [2, 0, 1])(1, 2, 3));
const debounced = _.debounce((x) => console.log('debounced', x), 100, { maxWait: 1000 });
debounced(1);
debounced(2);
const throttled = _.throttle((x) => console.log('throttled', x), 300);
throttled('a');
throttled('b');
_.defer(console.log, 'deferred');
_.delay(console.log, 600, 'later');
console.log(_.cloneDeep({ d: new Date(5), r: /x/g, m: new Map([[1, { a: 1 }]]), t: new Uint8Array([1, 2]), n: [[[]]] }));
console.log(_.isEqual({ a: [1, new Set([1, { b: 2 }])] }, { a: [1, new Set([1, { b: 2 }])] }), _.isMatch({ a: 1, b: 2 }, { b: 2 }), _.isPlainObject(Object.create(null)));
console.log(_.toPath('a[0].b["c"]'), _.get({ a: [{ b: 3 }] }, 'a[0].b'), _.set({}, 'x[0].y', 1), _.unset({ a: { b: 1 } }, 'a.b'), _.update({ a: 1 }, 'a', (n) => n + 1));
console.log(_.merge({ a: [{ b: 1 }] }, { a: [{ c: 2 }] }), _.defaultsDeep({ a: { b: 2 } }, { a: { b: 1, c: 3 } }), _.pickBy({ a: 1, b: '2' }, _.isNumber), _.omit({ a: 1, b: 2, c: 3 }, ['a', 'c']));
console.log(_.mapValues({ a: { n: 1 } }, 'n'), _.invert({ a: 1 }), _.transform([2, 3, 4], (r, n) => { r.push(n * n); return n % 2 === 0; }, []), _.findKey({ a: 1, b: 2 }, (n) => n > 1));
console.log(_.camelCase('--foo-bar--'), _.kebabCase('fooBar'), _.snakeCase('Foo Bar'), _.startCase('fooBar'), _.deburr('déjà vu'), _.escape('<a & "b">'), _.unescape('&lt;'));
console.log(_.padStart('7', 3, '0'), _.truncate('hi-diddly-ho there, neighborino', { length: 24, separator: /,? +/ }), _.words('fred, barney & pebbles'), _.parseInt('08'), _.repeat('ab', 2));
console.log(_.template('<% _.forEach(users, function(u) { %><li><%- u %></li><% }); %>${ n }')({ users: ['<a>', 'b'], n: 3 }), _.range(0, -4, -1), _.times(3, _.constant(0)));
console.log(_.clamp(-10, -5, 5), _.inRange(3, 2, 4), _.sumBy([{ n: 4 }, { n: 2 }], 'n'), _.meanBy([1, 2, 3]), _.maxBy([{ n: 1 }, { n: 2 }], 'n'), _.round(4.006, 2), _.uniqueId('p_'));
console.log(_(people).filter('active').map('age').sum(), _.chain([3, 1, 2]).sort().reverse().value(), _([1, 2, 3, 4]).map((n) => n * n).filter((n) => n % 2 === 0).take(1).value());
console.log(_.attempt(() => { throw new Error('x'); }).message, _.cond([[_.isString, () => 's'], [_.stubTrue, () => '?']])(1), _.overEvery([Boolean, isFinite])('1'), _.matchesProperty('a.b', 1)({ a: { b: 1 } }), _.conforms({ b: (n) => n > 1 })({ b: 2 }));
class Shape { area() { return 1; } }
Shape.prototype.z = 1;
console.log(_.functionsIn(new Shape()), _.keysIn(new Shape()), _.create(Shape.prototype, { q: 1 }), _.isElement({}), _.isTypedArray(new Uint8Array()), _.toArray('abc'), _.toPairs(new Map([['k', 1]])), _.toSafeInteger('3.2'), _.castArray(1), _.eq(NaN, NaN), _.gt(3, 1), _.isArguments((function () { return arguments; })()));
