const {
  h,
  Component,
  Fragment,
  createContext,
  cloneElement,
  toChildArray,
  options,
  isValidElement,
} = require('preact');
const { render, renderToString } = {
  renderToString: require('preact-render-to-string').render || require('preact-render-to-string'),
  render: 0,
};
const hooks = require('preact/hooks');
const C = createContext(1);
class K extends Component {
  state = { a: 1 };
  static getDerivedStateFromProps(p) {
    return { b: p.b };
  }
  render(p, s) {
    return h('p', { class: 'x', style: { fontSize: 3, color: 'red' }, onClick() {} }, s.a, s.b, p.children);
  }
}
function F() {
  const [n] = hooks.useState(() => 5);
  const r = hooks.useReducer((s, a) => s, 3)[0];
  const c = hooks.useContext(C);
  const m = hooks.useMemo(() => n + r, []);
  hooks.useRef();
  hooks.useId && 0;
  return h(Fragment, null, n, r, c, m, true, null, '<&');
}
console.log(
  renderToString(
    h(
      'div',
      { id: 'q', hidden: true, dangerouslySetInnerHTML: undefined },
      h(K, { b: 2 }, h(F), h(C.Provider, { value: 9 }, h(F))),
      h('input', { value: 'a"b', checked: false }),
      [1, 2].map((i) => h('li', { key: i }, i)),
      h('svg', { viewBox: '0 0 1 1', xlinkHref: 'z' }),
    ),
  ),
);
console.log(
  toChildArray([1, [2, h('a')]]).length,
  isValidElement(h('a')),
  cloneElement(h('a', { x: 1 }), { y: 2 }).props,
);

// A document of the least that rendering needs.
class FakeNode {
  constructor(type, name, text) {
    Object.assign(this, { nodeType: type, localName: name, nodeName: name, data: text, childNodes: [], attributes: [], style: {}, parentNode: null, listeners: {} });
    this.ownerDocument = globalThis.document;
    this.style.setProperty = (k, v) => (this.style[k] = v);
  }
  get firstChild() {
    return this.childNodes[0] || null;
  }
  get nextSibling() {
    const all = this.parentNode ? this.parentNode.childNodes : [];
    return all[all.indexOf(this) + 1] || null;
  }
  insertBefore(node, before) {
    node.remove();
    const at = before ? this.childNodes.indexOf(before) : this.childNodes.length;
    this.childNodes.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }
  appendChild(node) {
    return this.insertBefore(node, null);
  }
  removeChild(node) {
    node.remove();
    return node;
  }
  remove() {
    if (this.parentNode) this.parentNode.childNodes.splice(this.parentNode.childNodes.indexOf(this), 1);
    this.parentNode = null;
  }
  contains(node) {
    return node === this || this.childNodes.some((c) => c.contains(node));
  }
  setAttribute(name, value) {
    this.removeAttribute(name);
    this.attributes.push({ name, value: String(value) });
  }
  removeAttribute(name) {
    this.attributes = this.attributes.filter((a) => a.name !== name);
  }
  addEventListener(name, f) {
    this.listeners[name] = f;
  }
  removeEventListener(name) {
    delete this.listeners[name];
  }
  fire(type) {
    this.listeners[type]?.call(this, { type });
  }
  find(name) {
    if (this.localName === name) return this;
    for (const c of this.childNodes) {
      const found = c.find(name);
      if (found) return found;
    }
    return null;
  }
  toString() {
    if (this.nodeType === 3) return this.data;
    const attributes = this.attributes.map((a) => ` ${a.name}="${a.value}"`).join('');
    return `<${this.localName}${attributes}>${this.childNodes.join('')}</${this.localName}>`;
  }
}
globalThis.document = {
  createElement: (name) => new FakeNode(1, name),
  createElementNS: (_, name) => new FakeNode(1, name),
  createTextNode: (text) => new FakeNode(3, '#text', text),
};
const preact = require('preact');
const root = document.createElement('body');
const log = [];
const Theme = createContext('light');
class Legacy extends Component {
  constructor(props, context) {
    super(props, context);
    this.state = { n: 0 };
  }
  componentWillMount() {
    log.push('will mount');
  }
  componentDidMount() {
    log.push('mounted');
  }
  componentWillReceiveProps() {
    log.push('props');
  }
  shouldComponentUpdate() {
    return true;
  }
  componentWillUpdate() {
    log.push('will update');
  }
  getSnapshotBeforeUpdate() {
    return 'snapshot';
  }
  componentDidUpdate(p, s, snapshot) {
    log.push('updated ' + snapshot);
  }
  componentWillUnmount() {
    log.push('unmount');
  }
  componentDidCatch(e) {
    this.setState({ failed: e.message });
  }
  render({ children, title }, { n, failed }) {
    return h('section', { title }, failed ?? [n, children]);
  }
}
let bump, instance, fail;
function Full({ items }) {
  const [n, set] = hooks.useState(0);
  bump = set;
  const [sum, add] = hooks.useReducer((s, a) => s + a, 1, (x) => x * 2);
  const ref = hooks.useRef(null);
  const theme = hooks.useContext(Theme);
  const id = hooks.useId();
  const memo = hooks.useMemo(() => n * 2, [n]);
  const back = hooks.useCallback(() => add(5), []);
  hooks.useEffect(() => {
    log.push('effect ' + n);
    return () => log.push('cleanup ' + n);
  }, [n]);
  hooks.useLayoutEffect(() => void log.push('layout ' + n), [n]);
  hooks.useImperativeHandle(ref, () => ({ n }), [n]);
  hooks.useDebugValue(n);
  return h('div', { class: theme, 'data-id': typeof id, onClick: back, style: n ? 'color:red' : { width: 5, color: null } }, h('b', null, n, sum, memo), items.map((i) => h('li', { key: i, hidden: i > 2 }, i)));
}
const Throwing = () => {
  const [e] = hooks.useErrorBoundary((x) => log.push('boundary ' + x.message));
  const [bad, set] = hooks.useState(false);
  fail = set;
  return e ? h('i', null, e.message) : h(Fragment, null, bad ? h(Bomb) : 'calm', h('svg', { viewBox: '0 0 1 1' }, h('path', { d: 'M0' })));
};
const Bomb = () => {
  throw new Error('boom');
};
const tree = (items, title) =>
  h(Theme.Provider, { value: title }, h(Legacy, { title, ref: (c) => (instance = c) }, h(Full, { items }), h(Throwing), h('input', { value: title, checked: true, dangerouslySetInnerHTML: null })));
options.requestAnimationFrame = (f) => setTimeout(f, 5);
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
(async () => {
  preact.render(tree([1, 2, 3], 'light'), root);
  console.log(String(root), log.splice(0));
  await later(50);
  bump(4);
  await later(50);
  console.log(String(root), log.splice(0));
  root.find('div').fire('click');
  preact.render(tree([3, 4, 1], 'dark'), root);
  await later(50);
  console.log(String(root), log.splice(0));
  fail(true);
  instance.setState({ n: 7 }, () => log.push('set'));
  instance.forceUpdate();
  await later(50);
  console.log(String(root), log.splice(0));
  preact.hydrate(h('p', { id: 'h' }, 'hydrated', preact.createRef().current), root);
  console.log(String(root), log.splice(0));
  preact.render(null, root);
  await later(50);
  console.log(String(root), log.splice(0), preact.createElement === h);
  const toString = require('preact-render-to-string');
  console.log(toString.renderToStaticMarkup(h(Legacy, { title: 't' }, h('textarea', { value: '<' }), h('select', { value: 'b' }, h('option', { value: 'b' })))));
  console.log(await toString.renderToStringAsync(h('p', { draggable: true, srcSet: 'x', htmlFor: 'y', 'aria-hidden': false, key: 1, ref: null, onClick() {} }, [[1], 'a', h(Throwing)])));
  try {
    console.log(toString.renderToString(h(Bomb)));
  } catch (e) {
    console.log(e.message);
  }
})();
