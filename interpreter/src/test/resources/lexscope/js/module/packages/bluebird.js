const B = require('bluebird');
B.map([1, 2, 3], (x) => B.delay(400).then(() => x * 2), { concurrency: 1 }).then((r) =>
  console.log('bmap', r),
);
B.try(() => {
  throw new TypeError('t');
})
  .catch(TypeError, (e) => 'caught ' + e.message)
  .finally(() => console.log('fin'))
  .then(console.log);
B.props({ a: B.resolve(1), b: 2 }).then(console.log);
B.promisify((a, cb) => cb(null, a + 1))(4).then((x) => console.log('pfy', x));
B.coroutine(function* () {
  const x = yield B.delay(600, 5);
  return x + 1;
})().then((x) => console.log('co', x));
B.any([B.reject(new Error('a')), B.resolve(2)]).then((x) => console.log('any', x));
B.some([1, 2, 3], 2).then((x) => console.log('some', x));
B.reduce([1, 2], (a, x) => a + x, 0).then((x) => console.log('red', x));
B.mapSeries([1, 2], (x) => x + 1).then(console.log);
new B((r, j, onCancel) => {}).timeout(700).catch(B.TimeoutError, (e) => console.log(e.name, e.message));
B.join(1, B.resolve(2), (a, b) => console.log('join', a + b));
B.resolve([1, 2]).spread((a, b) => console.log('spread', a, b));
B.using(
  B.resolve('res').disposer((r) => console.log('disposed', r)),
  (r) => {
    console.log('use', r);
  },
);
B.resolve({ f: { g: 3 } })
  .get('f')
  .get('g')
  .tap((x) => console.log('tap', x))
  .return(9)
  .then(console.log);
B.settle;
B.reject(new Error('r'))
  .reflect()
  .then((i) => console.log(i.isRejected(), i.reason().message));
B.fromCallback((cb) => cb(null, 1)).asCallback((e, v) => console.log('ascb', v));
class O {
  m(cb) {
    cb(null, this.v);
  }
}
const o = new O();
o.v = 8;
B.promisifyAll(O.prototype);
o.mAsync().then((x) => console.log('all', x));
B.filter([1, 2, 3], (x) => x > 1).each((x) => console.log('each', x));
