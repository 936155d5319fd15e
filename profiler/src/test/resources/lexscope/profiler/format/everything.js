// Makes some of everything that snapshots show, and writes one to the file that it is told.
'use strict';
const { EventEmitter } = require('node:events');
const { writeHeapSnapshot } = require('node:v8');

class Session {
  #secret = { hidden: new Array(8).fill(1.5) };
  constructor(number) {
    this.number = number + 0.5;
    this.log = new Array(16).fill('entry ' + number);
    this.self = () => [this, this.#secret];
  }
}

const bus = new EventEmitter().setMaxListeners(0);
const sessions = new Map();
const notes = new WeakMap();
const handlers = [];
function open(number) {
  const session = new Session(number);
  const big = new Array(40).fill('row ' + number);
  const neverCalled = () => big;
  sessions.set('session ' + number, session);
  notes.set(session, { of: session.log });
  bus.on('change', function onChange() { return session; });
  handlers.push(function onClick() { return number + 0.25; });
}
for (let number = 0; number < 2000; number++) open(number);

let list = null;
for (let i = 0; i < 20000; i++) list = { next: list };

async function waits(i) { const rows = [i, {}]; await new Promise(() => {}); return rows; }
function* yields() { const rows = [{}]; yield 1; yield rows; }
const suspended = [];
for (let i = 0; i < 20; i++) {
  suspended.push(waits(i), yields());
  suspended.at(-1).next();
  setInterval(function tick() { return i; }, 1e6).unref();
}

globalThis.app = {
  sessions, notes, handlers, list, suspended, bus,
  more: [
    Symbol('tag'), 12345678901234567890n, /a+/g, new Date(0), new Proxy({}, {}), Buffer.alloc(1e5), new Float64Array(100),
    new WeakRef(handlers), new FinalizationRegistry(() => {}), 'cons' + process.pid + 'string'.repeat(40),
    new Set([{}, 'set']), new Error('with a stack'), { __proto__: null, ['computed' + process.pid]: 1 }, (function () { return arguments; })({}),
    new Proxy(class {}, {}), new SharedArrayBuffer(64), class Derived extends Session {}, new Intl.NumberFormat('en'),
  ],
};
writeHeapSnapshot(process.argv[2], { exposeNumericValues: true });
process.exit(0);
