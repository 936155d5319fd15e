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
