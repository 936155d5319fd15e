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
const kept = createStore(
  persist((set) => ({ n: 1, add: () => set((x) => ({ n: x.n + 1 })) }), {
    name: 'kept',
    storage,
    version: 3,
    skipHydration: true,
    migrate: (old, version) => ({ ...old, n: old.n + version }),
    merge: (stored, present) => ({ ...present, ...stored, merged: true }),
    onRehydrateStorage: (before) => (after, error) => console.log('rehydrated', before.n, after?.n, error),
  }),
);
mem.set('kept', JSON.stringify({ state: { n: 40 }, version: 2 }));
kept.persist.onHydrate((s) => console.log('hydrates', s.n));
kept.persist.onFinishHydration((s) => console.log('hydrated', s.n));
console.log(kept.persist.hasHydrated());
Promise.resolve(kept.persist.rehydrate()).then(() => {
  console.log(kept.persist.hasHydrated(), kept.getState().n, kept.getState().merged);
  kept.persist.setOptions({ name: 'renamed' });
  kept.getState().add();
  console.log([...mem.keys()]);
});
const tools = createStore(devtools((set) => ({ n: 0, inc: () => set({ n: 1 }, false, 'inc') }), { enabled: false }));
tools.getState().inc();
console.log(tools.getState().n, createJSONStorage(() => { throw new Error('none'); }));
