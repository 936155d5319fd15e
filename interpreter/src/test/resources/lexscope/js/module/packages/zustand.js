const { createStore } = require('zustand/vanilla');
const {
  subscribeWithSelector,
  persist,
  devtools,
  combine,
  redux,
  createJSONStorage,
} = require('zustand/middleware');
const { shallow } = require('zustand/shallow');
const s = createStore(
  subscribeWithSelector((set, get) => ({
    n: 0,
    o: { a: 1 },
    inc: () => set((x) => ({ n: x.n + 1 })),
    double: () => set({ n: get().n * 2 }),
    reset: () => set({ n: 0 }, true),
  })),
);
s.subscribe(
  (x) => x.n,
  (n, p) => console.log('n', n, p),
);
const u = s.subscribe((a, b) => console.log(a.n, b.n));
s.getState().inc();
s.getState().inc();
s.getState().double();
u();
s.setState({ o: { a: 2 } });
console.log(s.getState(), s.getInitialState().n);
const mem = new Map();
const storage = createJSONStorage(() => ({
  getItem: (k) => mem.get(k) ?? null,
  setItem: (k, v) => mem.set(k, v),
  removeItem: (k) => mem.delete(k),
}));
const p = createStore(
  persist((set) => ({ bears: 0, add: () => set((x) => ({ bears: x.bears + 1 })) }), {
    name: 'bears',
    storage,
    partialize: (x) => ({ bears: x.bears }),
    version: 2,
  }),
);
p.getState().add();
console.log([...mem], p.persist.getOptions().name);
p.persist.clearStorage();
console.log(mem.size);
const c = createStore(combine({ k: 1 }, (set, get) => ({ bump: () => set({ k: get().k + 1 }) })));
c.getState().bump();
console.log(c.getState().k);
const r = createStore(redux((x, a) => ({ v: x.v + a.by }), { v: 1 }));
r.getState().dispatch({ type: 'x', by: 4 });
console.log(r.getState().v);
console.log(
  shallow({ a: 1 }, { a: 1 }),
  shallow(new Map([[1, 2]]), new Map([[1, 2]])),
  shallow([1, {}], [1, {}]),
  shallow(new Set([1]), new Set([2])),
);
