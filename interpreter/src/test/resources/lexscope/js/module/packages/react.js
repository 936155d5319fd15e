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
  let instance;
  await act(async () => {
    instance = TR.create(h(Boundary, null, h('label', { htmlFor: 'x' }, 'text')));
  });
  console.log(
    instance.getInstance() instanceof Boundary,
    instance.toTree().nodeType,
    instance.root.findByProps({ htmlFor: 'x' }).children,
    instance.root.findAll((node) => node.type === 'label').length,
    instance.root.find((node) => node.type === 'label').parent.type === Boundary,
    instance.root.findAllByProps({ htmlFor: 'y' }).length,
  );
  await serverSide();
})();

// Whatever the server knows to write: as one string, and as a stream.
async function serverSide() {
  const { renderToReadableStream } = require('react-dom/server.browser');
  const dom = require('react-dom');
  class Old extends React.Component {
    static contextType = Ctx;
    constructor(props) {
      super(props);
      this.state = { n: props.n };
    }
    UNSAFE_componentWillMount() {
      this.setState((s) => ({ n: s.n + 1 }));
      this.setState({ m: 1 });
    }
    render() {
      return [this.state.n, this.context, h('br', { key: 'br' })];
    }
  }
  const Hooks = () => {
    const [s, set] = React.useState(0);
    if (s < 2) set(s + 1);
    const [state, action, pending] = React.useActionState(async (x) => x, 'start');
    const [optimistic] = React.useOptimistic('hoped');
    React.useEffect(() => {});
    React.useLayoutEffect(() => {}, []);
    React.useInsertionEffect(() => {});
    React.useImperativeHandle(null, () => 1);
    const id = React.useId();
    const deferred = React.useDeferredValue('v', 'initial');
    const [busy, start] = React.useTransition();
    const external = React.useSyncExternalStore(
      () => () => {},
      () => 'client',
      () => 'server',
    );
    const read = React.use(Ctx);
    const status = dom.useFormStatus();
    return h('form', { action }, s, state, pending, optimistic, id, deferred, busy, external, read, status.pending);
  };
  const Lazy = React.lazy(async () => ({ default: ({ x }) => h('q', { cite: x }, 'late ', x) }));
  const Throws = () => {
    throw new Error('on the server');
  };
  const page = () =>
    h(
      'html',
      { lang: 'en' },
      h(
        'head',
        null,
        h('title', null, 'T & co'),
        h('meta', { charSet: 'utf-8' }),
        h('link', { rel: 'stylesheet', href: '/a.css', precedence: 'high' }),
        h('link', { rel: 'preload', as: 'image', href: '/i.png' }),
        h('script', { async: true, src: '/s.js' }),
        h('style', { href: 'inline', precedence: 'low' }, 'p{color:red}'),
        h('noscript', null, 'no'),
      ),
      h(
        'body',
        { style: { '--own': 1, WebkitTransform: 'none', lineHeight: 2, margin: '1px 2px' }, 'aria-label': 'b' },
        h('textarea', { defaultValue: '<x>\nline', rows: 3 }),
        h('textarea', { value: 'v', onChange() {} }),
        h('select', { multiple: true, defaultValue: ['a', 'c'] }, h('optgroup', { label: 'g' }, h('option', null, 'a')), h('option', { value: 'c' }, 'C', 1)),
        h('input', { type: 'checkbox', defaultChecked: true, disabled: false, maxLength: 3, size: 0 }),
        h('input', { type: 'submit', formAction: async () => {}, value: 'go' }),
        h('button', { formAction: '/go', name: 'n' }, 'B'),
        h('img', { src: '/p.png', srcSet: '/p2.png 2x', sizes: '10px', loading: 'lazy', alt: '' }),
        h('img', { src: '/eager.png', fetchPriority: 'high' }),
        h('video', { controls: true, download: '', muted: true, src: 'javascript:1' }),
        h('svg', { xlinkHref: '#a', viewBox: '0 0 1 1', strokeWidth: 2 }, h('foreignObject', null, h('p', null, 'in')), h('title', null, 't')),
        h('math', null, h('mi', null, 'x')),
        h('my-element', { attr: true, obj: { a: 1 }, className: 'c', onclick: () => {} }, 'custom'),
        h('pre', null, '\nkept'),
        h('object', { data: '/o' }),
        h('a', { href: '/x', target: '_blank', suppressHydrationWarning: true }, 'a', 'b', 0, false, null),
        h('div', { dangerouslySetInnerHTML: { __html: '<i>raw</i>' } }),
        h('div', { contentEditable: true, suppressContentEditableWarning: true, itemScope: true, hidden: true, tabIndex: -1 }),
        h(Old, { n: 1 }),
        h(Hooks),
        h(React.Profiler, { id: 'p', onRender() {} }, h(React.StrictMode, null, 'strict')),
        h(Ctx.Consumer, null, (v) => h('s', null, v)),
        h(React.Suspense, { fallback: h('i', null, 'loading') }, h(Lazy, { x: 'one' })),
        h(React.Suspense, { fallback: 'failed' }, h(Throws)),
        new Set([h('u', { key: 1 }, 'set')]),
        (function* () {
          yield h('u', { key: 2 }, 'generated');
        })(),
      ),
    );
  const string = renderToString(page());
  console.log(string.replace(/<!--.*?-->|<template.*?<\/template>/gs, '').slice(0, 3000));
  const chunks = [];
  globalThis.ReadableStream = class {
    constructor(source) {
      this.source = source;
      this.closed = new Promise((resolve) => {
        this.close = resolve;
      });
      source.start?.({});
    }
    async text() {
      const controller = {
        desiredSize: 1,
        enqueue: (bytes) => chunks.push(bytes),
        close: () => this.close(),
        error: (e) => this.close(e),
      };
      await this.source.pull(controller);
      await this.closed;
      return chunks.map((bytes) => String.fromCharCode(...bytes)).join('');
    }
  };
  const stream = await renderToReadableStream(page(), {
    bootstrapScripts: ['/boot.js', { src: '/b2.js', integrity: 'sha' }],
    bootstrapModules: ['/m.mjs'],
    bootstrapScriptContent: 'go()',
    nonce: 'n1',
    identifierPrefix: 'pre-',
    onError: (e) => e.message.length + '',
    progressiveChunkSize: 500,
  });
  const text = await stream.text();
  console.log(text.length > 3000, text.includes('late '), text.includes('on the server'), (text.match(/<script/g) || []).length);
  dom.preload('/x.css', { as: 'style' });
  dom.preconnect('https://a.example');
  dom.prefetchDNS('https://b.example');
  dom.preinit('/y.js', { as: 'script' });
  console.log(dom.version === React.version, typeof dom.flushSync, typeof dom.createPortal);
}
