const async = require('async');
async.waterfall([(cb) => cb(null, 1), (x, cb) => setTimeout(cb, 20, null, x + 1)], (e, r) =>
  console.log('wf', e, r),
);
async.parallel({ a: (cb) => setTimeout(cb, 100, null, 1), b: (cb) => cb(null, 2) }, (e, r) =>
  console.log('par', r),
);
async.mapLimit([1, 2, 3], 2, async (x) => x * 2).then((r) => console.log('ml', r));
const q = async.queue(
  (t, cb) =>
    setTimeout(() => {
      console.log('task', t);
      cb();
    }, 70),
  1,
);
q.push([1, 2]);
q.unshift(0);
q.drain(() => console.log('drained'));
async.auto({ x: (cb) => cb(null, 1), y: ['x', (r, cb) => cb(null, r.x + 1)] }, (e, r) =>
  console.log('auto', r),
);
async.retry(
  { times: 3, interval: 1 },
  (cb) => cb(new Error('no')),
  (e) => console.log('retry', e.message),
);
async.series([(cb) => cb(null, 'a'), (cb) => cb('err')], (e, r) => console.log(e, r));
async.eachOfSeries({ a: 1 }, (v, k, cb) => {
  console.log(k, v);
  cb();
});
async.sortBy(
  [3, 1, 2],
  (x, cb) => cb(null, x),
  (e, r) => console.log('sort', r),
);
async.groupBy(
  [1, 2, 3],
  (x, cb) => cb(null, x % 2),
  (e, r) => console.log(r),
);
const memo = async.memoize((x, cb) => {
  console.log('calc');
  cb(null, x);
});
memo(1, () => memo(1, () => console.log('memo')));
async.whilst(
  (cb) => cb(null, (async.i = (async.i || 0) + 1) < 4),
  (cb) => cb(),
  () => console.log('whilst'),
);
const cargo = async.cargo((ts, cb) => {
  console.log('cargo', ts);
  cb();
}, 2);
cargo.push([1, 2, 3]);
async.reduce(
  [1, 2, 3],
  0,
  (a, x, cb) => cb(null, a + x),
  (e, r) => console.log('reduce', r),
);
async.detect(
  [1, 2],
  (x, cb) => cb(null, x > 1),
  (e, r) => console.log('detect', r),
);
async.timeout((cb) => setTimeout(cb, 2000), 500)((e) => console.log(e.code));
async.compose(
  (x, cb) => cb(null, x + 1),
  (x, cb) => cb(null, x * 2),
)(3, (e, r) => console.log('compose', r));
async.race([(cb) => setTimeout(cb, 900, null, 's'), (cb) => setTimeout(cb, 300, null, 'f')], (e, r) =>
  console.log('race', r),
);
async.asyncify(JSON.parse)('{"a":1}', (e, r) => console.log(r));
const pq = async.priorityQueue((t, cb) => {
  console.log('pq', t);
  cb();
}, 1);
pq.push('lo', 5);
pq.push('hi', 1);
