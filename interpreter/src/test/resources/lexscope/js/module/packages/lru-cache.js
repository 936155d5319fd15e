const { LRUCache } = require('lru-cache');
const c = new LRUCache({ max: 3, dispose: (v, k, r) => console.log('dispose', k, v, r), ttl: 0 });
for (const k of 'abcd') c.set(k, k.charCodeAt(0));
c.get('b');
c.set('e', 1);
console.log(
  [...c.entries()],
  c.has('c'),
  c.peek('b'),
  c.size,
  c.dump().map((x) => x[0]),
  c.find((v) => v === 1),
  c.info('b'),
);
c.delete('b');
c.clear();
const s = new LRUCache({ maxSize: 10, sizeCalculation: (v) => v.length });
s.set('x', 'aaaaaa');
s.set('y', 'bbbbbb');
console.log([...s.keys()], s.calculatedSize);
new LRUCache({ max: 2, fetchMethod: async (k) => k + '!' }).fetch('q').then(console.log);
const more = new LRUCache({ max: 4, noDisposeOnSet: true, onInsert: (v, k, r) => console.log('insert', k, v, r) });
more.load([
  ['a', { value: 1 }],
  ['b', { value: 2 }],
  ['c', { value: 3 }],
]);
more.set('a', 10);
more.forEach((v, k) => console.log('each', k, v));
more.rforEach((v, k) => console.log('reverse', k, v));
console.log([...more.rkeys()], [...more.rvalues()], [...more.rentries()], [...more.values()], [...more]);
console.log(more.pop(), more.getRemainingTTL('a'), more.purgeStale(), more.capacity, more.max, String(more));
const memo = new LRUCache({ max: 2, memoMethod: (k, old, { context }) => k + old + context });
console.log(memo.memo('k', { context: 'c' }), memo.memo('k', { context: 'other' }));
const fetched = new LRUCache({
  max: 2,
  fetchMethod: async (k, old, { signal }) => (k === 'bad' ? Promise.reject(new Error('no ' + k)) : `${k} ${old} ${signal.aborted}`),
  ignoreFetchAbort: true,
  allowStaleOnFetchRejection: true,
});
(async () => {
  console.log(await fetched.fetch('one'), await fetched.fetch('one', { forceRefresh: true }));
  console.log(await fetched.forceFetch('one'), await fetched.fetch('bad').catch((e) => e.message));
})();
