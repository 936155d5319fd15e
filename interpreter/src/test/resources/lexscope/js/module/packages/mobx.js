const {
  observable,
  computed,
  autorun,
  action,
  reaction,
  when,
  makeAutoObservable,
  makeObservable,
  runInAction,
  toJS,
  isObservable,
  observe,
  intercept,
  flow,
  configure,
  spy,
  trace,
  untracked,
  transaction,
  extendObservable,
  createAtom,
  comparer,
  getDependencyTree,
  onBecomeObserved,
  set,
  remove,
  has,
  entries,
} = require('mobx');
configure({ enforceActions: 'never' });
class Store {
  items = [];
  filter = '';
  constructor() {
    makeAutoObservable(this);
  }
  get shown() {
    console.log('compute');
    return this.items.filter((i) => i.includes(this.filter));
  }
  add(i) {
    this.items.push(i);
  }
  *load() {
    const x = yield Promise.resolve('loaded');
    this.add(x);
    return x;
  }
}
const s = new Store();
const d = autorun(() => console.log('run', s.shown.length));
s.add('a');
s.add('b');
s.filter = 'a';
s.filter = 'a';
runInAction(() => {
  s.add('aa');
  s.add('ab');
});
s.load().then((x) => {
  console.log(x);
  d();
  s.add('z');
});
const o = observable({ a: { b: [1, 2] }, m: new Map([['k', 1]]) });
const r = reaction(
  () => o.a.b.length,
  (n, p) => console.log('len', n, p),
  { fireImmediately: true },
);
o.a.b.push(3);
o.a.b.splice(0, 2);
o.a = { b: [] };
console.log(toJS(o), isObservable(o.a), isObservable(toJS(o)));
const box = observable.box(1),
  dbl = computed(() => box.get() * 2);
observe(dbl, (c) => console.log('obs', c.oldValue, c.newValue));
intercept(box, (c) => {
  if (c.newValue > 100) return null;
  return c;
});
box.set(5);
box.set(500);
console.log(dbl.get());
const m = observable.map({ x: 1 });
observe(m, (c) => console.log(c.type, c.name, c.newValue));
m.set('y', 2);
m.delete('x');
m.replace({ q: 1 });
console.log([...m.entries()], m.toJSON());
const st = observable.set([1]);
st.add(2);
console.log([...st], st.has(1));
when(() => box.get() > 8).then(() => console.log('when'));
box.set(9);
class T {
  v = 1;
  constructor() {
    makeObservable(this, { v: observable, twice: computed, bump: action });
  }
  get twice() {
    return { t: this.v * 2 };
  }
  bump() {
    this.v++;
  }
}
const t = new T();
autorun(() => console.log(t.twice));
const bump = () => t.bump();
bump();
transaction(() => {
  bump();
  bump();
});
console.log(untracked(() => t.v));
const e = extendObservable(
  { a: 1 },
  {
    b: 2,
    get c() {
      return this.a + this.b;
    },
  },
);
console.log(e.c);
const ev = [];
const sp = spy((x) => ev.push(x.type));
box.set(10);
sp();
console.log(ev);
set(o, 'z', 5);
console.log(has(o, 'z'), entries(o).length);
remove(o, 'z');
console.log(JSON.stringify(getDependencyTree(dbl)));
const arr = observable([3, 1, 2]);
console.log(
  arr.slice().sort(),
  arr.map((x) => x + 1),
  arr.find((x) => x == 1),
);
arr.replace([9]);
arr.remove(9);
arr.clear();
console.log(arr.length, Array.isArray(arr));
try {
  computed(() => {
    throw new Error('c');
  }).get();
} catch (x) {
  console.log(x.message);
}
