const {
  createMachine,
  createActor,
  assign,
  setup,
  fromPromise,
  fromCallback,
  raise,
  sendTo,
  enqueueActions,
  waitFor,
  and,
  not,
  stateIn,
  log,
  emit,
  spawnChild,
  stopChild,
  fromTransition,
  fromObservable,
  getNextSnapshot,
  matchesState,
  toPromise,
  SimulatedClock,
} = require('xstate');
const toggle = createMachine({
  id: 't',
  initial: 'off',
  context: { n: 0 },
  states: {
    off: { on: { FLIP: { target: 'on', actions: assign({ n: ({ context }) => context.n + 1 }) } } },
    on: {
      entry: () => console.log('enter on'),
      exit: () => console.log('exit on'),
      on: { FLIP: 'off' },
      after: { 100: 'off' },
    },
  },
});
const a = createActor(toggle);
a.subscribe((s) => console.log(s.value, s.context));
a.start();
a.send({ type: 'FLIP' });
a.send({ type: 'FLIP' });
a.send({ type: 'NOPE' });
console.log(a.getSnapshot().can({ type: 'FLIP' }), a.getPersistedSnapshot());
const m = setup({
  guards: { big: ({ context }, p) => context.x > p.min },
  actions: { say: (_, p) => console.log('say', p.w) },
  actors: {
    job: fromPromise(async ({ input }) => {
      if (input.bad) throw new Error('bad');
      return input.v * 2;
    }),
  },
  delays: { soon: 10 },
}).createMachine({
  context: ({ input }) => ({ x: input.x, r: null }),
  type: 'parallel',
  states: {
    a: {
      initial: 'one',
      states: {
        one: { always: { guard: { type: 'big', params: { min: 3 } }, target: 'two' } },
        two: {
          entry: { type: 'say', params: { w: 'hi' } },
          invoke: {
            src: 'job',
            input: ({ context }) => ({ v: context.x }),
            onDone: { target: 'three', actions: assign({ r: ({ event }) => event.output }) },
            onError: 'bad',
          },
        },
        three: { type: 'final' },
        bad: {},
      },
    },
    b: {
      initial: 'p',
      states: {
        p: { after: { soon: 'q' } },
        q: {
          initial: 'h1',
          states: { h1: { on: { N: 'h2' } }, h2: {}, hist: { type: 'history', history: 'deep' } },
          on: { OUT: 'r' },
        },
        r: { on: { BACK: 'q.hist', END: 'f' } },
        f: { type: 'final' },
      },
    },
  },
  output: ({ context }) => context.r,
});
const b = createActor(m, { input: { x: 5 } });
b.subscribe({
  next: (s) => console.log(JSON.stringify(s.value), s.context.r, s.status),
  complete: () => console.log('complete', b.getSnapshot().output),
});
b.start();
setTimeout(() => {
  b.send({ type: 'N' });
  b.send({ type: 'OUT' });
  b.send({ type: 'BACK' });
  b.send({ type: 'OUT' });
  b.send({ type: 'END' });
}, 200);
const cb = createActor(
  fromCallback(({ sendBack, receive }) => {
    receive((e) => console.log('got', e.type));
    return () => console.log('stopped');
  }),
);
cb.start();
cb.send({ type: 'PING' });
cb.stop();
const tr = createActor(fromTransition((s, e) => (e.type === 'inc' ? { n: s.n + 1 } : s), { n: 0 }));
tr.start();
tr.send({ type: 'inc' });
console.log(tr.getSnapshot().context, matchesState({ a: 'b' }, { a: { b: 'c' } }));
const clock = new SimulatedClock();
const c = createActor(toggle, { clock }).start();
c.send({ type: 'FLIP' });
clock.increment(100);
console.log(
  c.getSnapshot().value,
  getNextSnapshot(toggle, toggle.resolveState({ value: 'off', context: { n: 3 } }), { type: 'FLIP' }).context,
);
