const {
  createStore,
  combineReducers,
  applyMiddleware,
  compose,
  bindActionCreators,
  isPlainObject,
  isAction,
} = require('redux');
const todos = (s = [], a) =>
  a.type === 'add' ? [...s, { id: s.length, t: a.t }] : a.type === 'rm' ? s.filter((x) => x.id !== a.id) : s;
const n = (s = 0, a) => (a.type === 'inc' ? s + 1 : s);
const log = (api) => (next) => (a) => {
  const r = next(a);
  console.log(a.type, JSON.stringify(api.getState()));
  return r;
};
const thunk =
  ({ dispatch, getState }) =>
  (next) =>
  (a) =>
    typeof a === 'function' ? a(dispatch, getState) : next(a);
const store = createStore(
  combineReducers({ todos, n }),
  { n: 4 },
  compose(applyMiddleware(thunk, log), (c) => (...a) => ({ ...c(...a), extra: 1 })),
);
const un = store.subscribe(() => console.log('changed'));
const acts = bindActionCreators(
  { add: (t) => ({ type: 'add', t }), inc: () => ({ type: 'inc' }) },
  store.dispatch,
);
acts.add('milk');
acts.inc();
store.dispatch((d, g) => {
  d({ type: 'rm', id: 0 });
  console.log(g());
});
un();
acts.inc();
store.replaceReducer(combineReducers({ n }));
console.log(store.getState(), store.extra);
for (const f of [
  () => store.dispatch(5),
  () => store.dispatch({}),
  () => createStore(3),
  () => combineReducers({ a: () => {} })(undefined, {}),
  () =>
    store.dispatch({
      type: Symbol('x'),
      get y() {
        throw new Error('no');
      },
    }),
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.message);
  }
console.log(isPlainObject({}), isPlainObject(new Date()), isAction({ type: 'x' }));
