const V = require('@vue/reactivity');
const {
  reactive,
  ref,
  computed,
  effect,
  readonly,
  shallowReactive,
  toRefs,
  toRaw,
  markRaw,
  isRef,
  unref,
  customRef,
  watch,
  effectScope,
  stop,
  triggerRef,
  shallowRef,
  proxyRefs,
  isReactive,
  pauseTracking,
  resetTracking,
  onScopeDispose,
  toRef,
  isReadonly,
} = V;
const st = reactive({
  n: 0,
  list: [{ x: 1 }],
  m: new Map([['a', { v: 1 }]]),
  s: new Set([1]),
  nested: { r: ref(7) },
});
const dbl = computed(() => {
  console.log('calc');
  return st.n * 2;
});
const e = effect(() => console.log('eff', dbl.value, st.list.length, st.m.size, st.s.has(2), st.nested.r));
st.n++;
st.list.push({ x: 2 });
st.m.set('b', 1);
st.s.add(2);
st.nested.r = 8;
st.n = 1;
stop(e);
st.n = 50;
console.log(
  isReactive(st.list[0]),
  toRaw(st).n,
  st.list.includes(toRaw(st.list[0])),
  st.list.map((i) => i.x),
);
const ro = readonly(st);
const w = console.warn;
console.warn = (...a) => console.log('warn', a[0]);
ro.n = 1;
console.warn = w;
console.log(ro.n, isReadonly(ro));
const r = ref([1]);
effect(() => console.log('len', r.value.length));
r.value.push(2);
r.value = [9, 9, 9];
const sc = effectScope();
sc.run(() => {
  effect(() => console.log('sc', st.n));
  onScopeDispose(() => console.log('disposed'));
});
st.n++;
sc.stop();
st.n++;
const { n } = toRefs(st);
n.value = 77;
console.log(st.n, unref(n), isRef(n), proxyRefs({ a: ref(1) }).a, markRaw({}).__v_skip, toRef(st, 'n').value);
const cr = customRef((t, g) => {
  let v = 1;
  return {
    get() {
      t();
      return v;
    },
    set(x) {
      v = x;
      g();
    },
  };
});
effect(() => console.log('cr', cr.value));
cr.value = 2;
const sr = shallowRef({ a: 1 });
effect(() => console.log('sr', sr.value.a));
sr.value.a = 2;
triggerRef(sr);
const stopW = watch(
  () => st.n,
  (a, b) => console.log('watch', a, b),
);
st.n = 5;
stopW();
st.n = 6;
const ch = computed({
  get: () => st.n + 1,
  set: (v) => {
    st.n = v - 1;
  },
});
ch.value = 10;
console.log(st.n, ch.value, shallowReactive({ a: {} }).a === undefined);
st.list.sort((a, b) => b.x - a.x);
st.list.splice(0, 1);
for (const i of st.list) console.log(i.x);
for (const k in st) console.log(k);
