'use strict';
// The functions of small packages for state that the programs of their own leave out.
const redux = require('redux');
const immer = require('immer');
const vanilla = require('zustand/vanilla');
const middleware = require('zustand/middleware');
const { shallow } = require('zustand/shallow');

const counter = (state = 0, action) => (action.type === 'add' ? state + action.by : state);
const list = (state = [], action) => (action.type === 'push' ? [...state, action.item] : state);
const root = redux.combineReducers({ counter, list });
const log = [];
const logger = ({ getState, dispatch }) => (next) => (action) => { log.push(action.type); const result = next(action); log.push(getState().counter, typeof dispatch); return result; };
const enhancer = redux.compose(redux.applyMiddleware(logger, ({ dispatch }) => (next) => (action) => (typeof action === 'function' ? action(dispatch) : next(action))), (create) => (...args) => create(...args));
const store = redux.legacy_createStore(root, { counter: 5 }, enhancer);
const unsubscribe = store.subscribe(() => log.push('changed'));
store.dispatch({ type: 'add', by: 2 });
store.dispatch((dispatch) => dispatch({ type: 'push', item: 'x' }));
unsubscribe();
const actions = redux.bindActionCreators({ add: (by) => ({ type: 'add', by }), notAFunction: 5 }, store.dispatch);
actions.add(3);
console.log(redux.bindActionCreators((by) => ({ type: 'add', by }), store.dispatch)(1), store.getState(), log);
store.replaceReducer(redux.combineReducers({ counter }));
const observable = store[Symbol.observable || '@@observable']();
const subscription = observable.subscribe({ next: (s) => console.log('observed', s) });
store.dispatch({ type: 'add', by: 1 });
subscription.unsubscribe();
console.log(redux.isAction({ type: 'x' }), redux.isAction(5), redux.isPlainObject({}), redux.isPlainObject(new Date()), redux.compose()(7), redux.compose((x) => x + 1)(1), typeof redux.__DO_NOT_USE__ActionTypes.INIT);
for (const f of [() => redux.createStore(5), () => redux.createStore(counter, 1, 2), () => redux.createStore(counter, () => 1, () => 2), () => store.dispatch(5), () => store.dispatch({}), () => store.dispatch({ type: 5 }), () => store.subscribe(5), () => store.replaceReducer(5), () => observable.subscribe(5),
  () => redux.combineReducers({ bad: () => undefined })({}, { type: 'q' }), () => redux.combineReducers({ bad: (s = 1, a) => (a.type === 'q' ? undefined : s) })({}, { type: 'q' }), () => redux.bindActionCreators(5), () => redux.createStore((s = 0) => { store2.getState(); return s; }), () => redux.applyMiddleware(({ dispatch }) => { dispatch({ type: 'x' }); })(redux.createStore)(counter)]) {
  try { console.log(f()); } catch (error) { console.log(error.message.slice(0, 120)); }
}
const store2 = redux.createStore((s = 0, a) => { if (a.type === 'inside') store2.dispatch({ type: 'x' }); return s; });
try { store2.dispatch({ type: 'inside' }); } catch (error) { console.log(error.message); }

immer.enableMapSet();
immer.enablePatches();
const base = { a: 1, list: [1, 2, 3], map: new Map([['k', { v: 1 }]]), set: new Set([1, { s: 1 }]), deep: { er: { x: 1 } }, date: new Date(0) };
const [next, patches, inverse] = immer.produceWithPatches(base, (d) => {
  d.a++;
  d.list.push(4); d.list.splice(0, 1); d.list.reverse();
  d.map.set('new', { v: 2 }); d.map.get('k').v = 9; d.map.delete('gone'); d.map.forEach((v) => { v.seen = true; });
  d.set.add(2); d.set.delete(1); for (const each of d.set) if (each.s) each.s++;
  delete d.deep.er.x; d.deep.er.y = [1];
  console.log(immer.isDraft(d), immer.current(d).list, immer.original(d) === base, d.map.has('k'), d.map.size, [...d.map.keys()], [...d.map.values()].length, [...d.map.entries()].length, d.set.has(2), d.set.size, [...d.set.values()].length, [...d.set.entries()].length, Object.keys(d), 'a' in d);
});
console.log(next, patches, inverse);
console.log(immer.applyPatches(base, patches), immer.applyPatches(next, inverse));
console.log(immer.produce([3, 1, 2], (d) => { d.sort(); }), immer.produce((d, x) => { d.x = x; })({ x: 0 }, 5), immer.produce({ a: 1 }, () => ({ b: 2 })), immer.produce({ a: 1 }, () => immer.nothing), immer.produce(5, (x) => x + 1));
console.log(immer.produce(new Map([[1, 2]]), (d) => { d.clear(); }), immer.produce(new Set([1, 2]), (d) => { d.clear(); d.forEach(() => 1); }));
const draft = immer.createDraft(base);
draft.a = 7;
console.log(immer.finishDraft(draft, (p) => console.log(p)).a, immer.isDraftable(base), immer.isDraftable(5), Object.isFrozen(immer.freeze({ z: { y: 1 } }, true).z));
class Model { constructor() { this.n = 1; this[immer.immerable] = true; } get twice() { return this.n * 2; } }
console.log(immer.produce(new Model(), (d) => { d.n = 5; }).twice, immer.castDraft(base) === base, immer.castImmutable(base) === base);
immer.setAutoFreeze(false);
console.log(Object.isFrozen(immer.produce({ a: 1 }, (d) => { d.a = 2; })));
immer.setAutoFreeze(true);
immer.setUseStrictShallowCopy(true);
console.log(immer.produce(Object.defineProperty({ a: 1 }, 'h', { value: 2, enumerable: false, writable: true, configurable: true }), (d) => { d.a = 3; }).h);
immer.setUseStrictShallowCopy(false);
for (const f of [() => immer.produce({}, 5), () => immer.produce(base, (d) => { d.a = 1; return {}; }), () => immer.original({}), () => immer.current({}), () => { let leak; immer.produce({ a: {} }, (d) => { leak = d.a; }); return leak.x; }, () => immer.finishDraft({}), () => immer.applyPatches({}, [{ op: 'nope', path: ['a'] }]), () => immer.produce([1], (d) => { d.x = 1; }), () => immer.produce({}, (d) => Object.defineProperty(d, 'x', {})), () => immer.produce({}, (d) => Object.setPrototypeOf(d, null)), () => { next.a = 3; return next.a; }]) {
  try { console.log(f()); } catch (error) { console.log(error.name); }
}

const storage = new Map();
const store3 = vanilla.createStore(middleware.subscribeWithSelector(middleware.persist(middleware.combine({ n: 0, nested: { q: 1 } }, (set, get, api) => ({ add: (by) => set((s) => ({ n: s.n + by })), get: () => get().n, same: () => api.getState() === get() })),
  { name: 'saved', version: 2, partialize: (s) => ({ n: s.n }), migrate: (s, version) => ({ ...s, n: s.n + version }), merge: (saved, current) => ({ ...current, ...saved }), onRehydrateStorage: () => (s) => console.log('rehydrated', s?.n), storage: middleware.createJSONStorage(() => ({ getItem: (k) => storage.get(k) ?? null, setItem: (k, v) => { storage.set(k, v); }, removeItem: (k) => { storage.delete(k); } })) })));
const stop = store3.subscribe((s) => s.n, (n, before) => console.log('selected', n, before), { equalityFn: Object.is, fireImmediately: true });
store3.getState().add(2);
store3.setState({ n: 10 });
store3.setState({ n: 10 }, false);
stop();
store3.subscribe(() => console.log('any'))();
console.log(store3.getState().get(), store3.getState().same(), store3.getInitialState().n, [...storage], store3.persist.getOptions().name, store3.persist.hasHydrated());
storage.set('saved', JSON.stringify({ state: { n: 100 }, version: 1 }));
store3.persist.onHydrate(() => console.log('hydrating'));
store3.persist.onFinishHydration((s) => console.log('finished', s.n));
store3.persist.rehydrate();
store3.persist.setOptions({ name: 'other' });
store3.persist.clearStorage();
const store4 = vanilla.createStore(middleware.redux((state, action) => (action.type === 'inc' ? { n: state.n + 1 } : state), { n: 1 }));
store4.dispatch({ type: 'inc' });
console.log(store4.getState().n, shallow({ a: 1 }, { a: 1 }), shallow({ a: 1 }, { a: 2 }), shallow([1], [1]), shallow(new Map([[1, 2]]), new Map([[1, 2]])), shallow(new Set([1]), new Set([2])), shallow(1, 1), shallow({ a: 1 }, null), shallow({ a: 1 }, { b: 1 }));
