globalThis.MessageChannel = class {
  port1 = {};
  port2 = { postMessage: () => setTimeout(() => this.port1.onmessage({}), 0) };
};
const React = require('react');
const { renderToString, renderToStaticMarkup } = require('react-dom/server.browser');
const TR = require('react-test-renderer');
const { act } = React;
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
const h = React.createElement;
const errs = console.error;
console.error = () => {};
const Ctx = React.createContext('dflt');
const log = [];
function Counter({ start }) {
  const [n, set] = React.useState(start),
    prev = React.useRef(),
    id = React.useId();
  const dbl = React.useMemo(() => n * 2, [n]);
  const cb = React.useCallback(() => set((x) => x + 1), []);
  React.useEffect(() => {
    log.push('eff ' + n);
    return () => log.push('clean ' + n);
  }, [n]);
  React.useLayoutEffect(() => {
    prev.current = n;
  });
  const c = React.useContext(Ctx);
  const [s, d] = React.useReducer((s, a) => s + a, 10);
  return h(
    'div',
    { className: 'c', 'data-id': id, style: { color: 'red', marginTop: 4 } },
    h('button', { onClick: cb, disabled: n > 5 }, 'n=', n, ' ', dbl),
    h('i', { onClick: () => d(5) }, c, s),
    n % 2 ? null : h(React.Fragment, null, h('b', { key: 'k', dangerouslySetInnerHTML: { __html: '<u>' } })),
  );
}
const App = () =>
  h(
    Ctx.Provider,
    { value: 'ctx<&' },
    h(Counter, { start: 1 }),
    h('input', { defaultValue: 'v"', type: 'text', readOnly: true }),
    h('select', { defaultValue: 'b' }, h('option', { value: 'a' }, 'A'), h('option', { value: 'b' }, 'B')),
    ...[1, 2].map((i) => h('li', { key: i }, i)),
    h(React.Suspense, { fallback: 'wait' }, h(Memo, { x: 1 })),
  );
const Memo = React.memo(React.forwardRef(({ x }, ref) => h('em', { ref }, x)));
console.log(renderToString(h(App)));
console.log(renderToStaticMarkup(h(App)));
class Boundary extends React.Component {
  state = { e: null };
  static getDerivedStateFromError(e) {
    return { e };
  }
  componentDidCatch(e) {
    log.push('caught ' + e.message);
  }
  componentDidMount() {
    log.push('mount');
  }
  componentWillUnmount() {
    log.push('unmount');
  }
  shouldComponentUpdate() {
    return true;
  }
  render() {
    return this.state.e ? h('p', null, 'sorry ' + this.state.e.message) : this.props.children;
  }
}
const Bad = ({ bad }) => {
  if (bad) throw new Error('bad');
  return 'fine';
};
(async () => {
  let r;
  await act(async () => {
    r = TR.create(h(Boundary, null, h(Counter, { start: 4 }), h(Bad, { bad: false })));
  });
  console.log(JSON.stringify(r.toJSON()));
  const b = r.root.findByType('button');
  await act(async () => b.props.onClick());
  await act(async () => r.root.findByType('i').props.onClick());
  console.log(r.root.findAllByType('div').length, JSON.stringify(r.toJSON()[0].children[0]), log);
  await act(async () => r.update(h(Boundary, null, h(Bad, { bad: true }))));
  console.log(JSON.stringify(r.toJSON()), log);
  await act(async () => r.unmount());
  console.log(
    log,
    React.Children.toArray([1, [2, null], 'x']).length,
    React.isValidElement(h('a')),
    React.cloneElement(h('a', { x: 1 }), { y: 2 }).props,
    React.version,
  );
  let res;
  const Lazy = React.lazy(() => Promise.resolve({ default: () => h('q', null, 'lazy') }));
  let t;
  await act(async () => {
    t = TR.create(h(React.Suspense, { fallback: h('w') }, h(Lazy)));
  });
  console.log(JSON.stringify(t.toJSON()));
  const store = { v: 1, l: new Set(), sub: (f) => (store.l.add(f), () => store.l.delete(f)) };
  const Ext = () => {
    const v = React.useSyncExternalStore(
      store.sub,
      () => store.v,
      () => 0,
    );
    const dv = React.useDeferredValue(v);
    const [p, st] = React.useTransition();
    React.useInsertionEffect(() => {
      log.push('ins');
    }, []);
    React.useDebugValue(v);
    React.useImperativeHandle(null, () => 1);
    return h('s', null, v, dv, String(p));
  };
  await act(async () => {
    t = TR.create(h(React.StrictMode, null, h(Ext)));
  });
  store.v = 2;
  await act(async () => store.l.forEach((f) => f()));
  console.log(JSON.stringify(t.toJSON()), store.l.size);
  t.unmount();
})();
