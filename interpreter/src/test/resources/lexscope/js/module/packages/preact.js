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
