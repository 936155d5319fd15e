const {
  produce,
  produceWithPatches,
  applyPatches,
  enablePatches,
  enableMapSet,
  current,
  original,
  isDraft,
  freeze,
  createDraft,
  finishDraft,
  setAutoFreeze,
  nothing,
  immerable,
  castDraft,
  isDraftable,
} = require('immer');
enablePatches();
enableMapSet();
const base = {
  list: [{ n: 1 }, { n: 2 }],
  map: new Map([['a', { x: 1 }]]),
  set: new Set([1]),
  keep: { z: 0 },
};
const next = produce(base, (d) => {
  d.list[0].n = 9;
  d.list.push({ n: 3 });
  d.map.get('a').x = 2;
  d.map.set('b', 4);
  d.set.add(2);
  delete d.map;
});
console.log(next, base, next.keep === base.keep, Object.isFrozen(next.list));
const [s2, patches, inverse] = produceWithPatches(base, (d) => {
  d.list.splice(0, 1);
  d.map.delete('a');
  d.set.delete(1);
  d.keep.z++;
  d.extra = [1];
});
console.log(s2, JSON.stringify(patches), JSON.stringify(inverse));
console.log(applyPatches(s2, inverse));
produce(base, (d) => {
  d.list[1].n = 5;
  console.log(isDraft(d.list), isDraft(base), current(d).list, original(d.list) === base.list);
});
class Clock {
  constructor() {
    this[immerable] = true;
    this.h = 1;
  }
  tick() {
    return produce(this, (d) => {
      d.h++;
    });
  }
}
console.log(
  new Clock().tick(),
  new Clock().tick() instanceof Clock,
  isDraftable(new Date()),
  isDraftable([]),
);
try {
  next.list.push(1);
} catch (e) {
  console.log(e.name, e.message);
}
try {
  produce(base, (d) => {
    d.a = 1;
    return {};
  });
} catch (e) {
  console.log(e.message);
}
try {
  let leak;
  produce(base, (d) => {
    leak = d;
  });
  leak.list;
} catch (e) {
  console.log(e.message);
}
console.log(
  produce(base, () => nothing),
  produce([3, 1, 2], (d) => {
    d.sort();
    d.reverse();
    d.length = 2;
  }),
  produce((d) => {
    d.q = 1;
  })({}),
);
const dr = createDraft({ a: { b: [] } });
dr.a.b.push('x');
console.log(
  finishDraft(dr),
  produce(
    {
      a: 1,
      get b() {
        return this.a;
      },
    },
    (d) => {
      d.a = 2;
    },
  ),
);
for (const k of Object.keys(
  produce({ a: 1, b: 2 }, (d) => {
    for (const k in d) d[k]++;
    'a' in d;
    Reflect.ownKeys(d);
  }),
))
  console.log(k);
setAutoFreeze(false);
console.log(
  Object.isFrozen(
    produce({ a: {} }, (d) => {
      d.a.b = 1;
    }),
  ),
);
produce({ m: new Map([[1, { a: 1 }]]) }, (d) => {
  d.m.forEach((v, k) => {
    v.a++;
    console.log(k, v.a);
  });
  for (const [k, v] of d.m) console.log(k, v.a);
  console.log([...d.m.keys()], d.m.size, d.m.has(1));
});
