'use strict';
const EventEmitter = require('node:events');
const { once, on, errorMonitor, getEventListeners, captureRejectionSymbol } = EventEmitter;
let n = 0;
function show(name, f) {
  let text;
  try {
    text = f();
  } catch (e) {
    text = [e.name, e.code, e.message];
  }
  console.log(++n, name, text);
}
const log = [];
const note = (tag) => function (...args) { log.push([tag, this instanceof EventEmitter, ...args]); };
const flush = () => log.splice(0);

const e = new EventEmitter();
show('empty', () => [e.eventNames(), e.listenerCount('x'), e.listeners('x'), e.getMaxListeners(), e.emit('x')]);
const a = note('a');
const b = note('b');
show('on', () => e.on('x', a) === e && e.once('x', b) === e);
show('count', () => [e.listenerCount('x'), e.listenerCount('x', a), e.listenerCount('x', b), e.listenerCount('y')]);
show('raw', () => [e.rawListeners('x').length, e.listeners('x')[1] === b, e.rawListeners('x')[1].listener === b]);
show('rawName', () => e.rawListeners('x')[1].name);
show('emit', () => [e.emit('x', 1, 2), flush()]);
show('emit', () => [e.emit('x', 3), flush()]);
show('prepend', () => { e.prependListener('x', note('first')); e.prependOnceListener('x', note('zero')); e.emit('x'); e.emit('x'); return flush(); });
show('off', () => { e.off('x', a); e.emit('x'); return flush(); });
show('names', () => { e.on(Symbol('s'), a); e.on('y', a); e.on('2', a); e.on('1', a); return e.eventNames(); });
show('removeAll', () => { e.removeAllListeners('y'); return e.eventNames(); });
show('removeAll', () => { e.removeAllListeners(); return [e.eventNames(), e._eventsCount]; });

show('newListener', () => {
  const m = new EventEmitter();
  m.on('newListener', (type, f) => log.push(['new', type, f === a, m.listenerCount(type)]));
  m.on('removeListener', (type, f) => log.push(['removed', type, f === a, m.listenerCount(type)]));
  m.on('z', a); m.once('z', a); m.emit('z'); m.removeListener('z', a); m.removeAllListeners('z');
  m.on('q', a); m.on('q', b); m.removeAllListeners();
  return flush();
});
show('during', () => {
  const m = new EventEmitter();
  m.on('t', () => { log.push('one'); m.on('t', () => log.push('late')); m.removeListener('t', two); });
  function two() { log.push('two'); }
  m.on('t', two);
  m.emit('t'); m.emit('t');
  return flush();
});
show('order of the same', () => {
  const m = new EventEmitter();
  m.on('t', a); m.on('t', b); m.on('t', a);
  m.off('t', a);
  m.emit('t');
  return flush();
});
for (const value of [new Error('boom'), 'text', { a: 1 }, undefined, null, 42]) {
  show('error', () => new EventEmitter().emit('error', value));
}
show('error', () => new EventEmitter().emit('error'));
show('errorMonitor', () => {
  const m = new EventEmitter();
  m.on(errorMonitor, (x) => log.push(['monitor', x.message]));
  try { m.emit('error', new Error('seen')); } catch (x) { log.push(x.message); }
  m.on('error', (x) => log.push(['handled', x.message]));
  m.emit('error', new Error('again'));
  return flush();
});
for (const bad of [undefined, null, 5, 'x', {}, []]) {
  for (const f of ['on', 'once', 'off', 'prependListener', 'addListener', 'removeListener', 'prependOnceListener']) {
    show(f, () => new EventEmitter()[f]('x', bad));
  }
}
for (const max of [0, 3, Infinity, -1, NaN, '5', undefined]) {
  show('setMaxListeners', () => new EventEmitter().setMaxListeners(max).getMaxListeners());
  show('defaultMaxListeners', () => { EventEmitter.defaultMaxListeners = max; return EventEmitter.defaultMaxListeners; });
}
EventEmitter.defaultMaxListeners = 10;
show('subclass', () => {
  class My extends EventEmitter { constructor() { super(); this.own = 1; } }
  const my = new My();
  my.on('x', a);
  return [my instanceof EventEmitter, Object.keys(my), my];
});
show('function style', () => {
  function Old() { EventEmitter.call(this); }
  require('util').inherits(Old, EventEmitter);
  const o = new Old();
  o.on('x', a);
  return [o.listenerCount('x'), Old.super_ === EventEmitter, o];
});
show('mixin', () => { const o = Object.assign({}, EventEmitter.prototype); o.on('x', a); o.emit('x', 1); return flush().length; });
show('statics', () => Object.keys(EventEmitter).filter((k) => k !== 'EventEmitterAsyncResource').sort());
show('proto', () => Object.keys(EventEmitter.prototype));
show('same', () => [EventEmitter.EventEmitter === EventEmitter, EventEmitter.usingDomains, String(captureRejectionSymbol), String(errorMonitor)]);
show('listenerCount', () => EventEmitter.listenerCount(new EventEmitter().on('x', a), 'x'));
show('getEventListeners', () => getEventListeners(new EventEmitter().on('x', a), 'x').length);
show('getEventListeners of a target', () => {
  const target = new EventTarget();
  const first = () => {};
  target.addEventListener('x', first);
  target.addEventListener('y', a);
  target.addEventListener('x', a);
  target.removeEventListener('y', a);
  return [getEventListeners(target, 'x').length, getEventListeners(target, 'x')[0] === first, getEventListeners(target, 'y')];
});
show('getMaxListeners', () => EventEmitter.getMaxListeners(new EventEmitter()));
show('setMaxListeners', () => { const m = new EventEmitter(); EventEmitter.setMaxListeners(7, m); return m.getMaxListeners(); });
show('bad options', () => new EventEmitter({ captureRejections: 5 }));

(async () => {
  const m = new EventEmitter();
  setTimeout(() => m.emit('ready', 1, 2), 1);
  show('once', () => 'waiting');
  console.log(await once(m, 'ready'));
  setTimeout(() => m.emit('error', new Error('bad')), 1);
  await once(m, 'ready').catch((x) => console.log('rejected', x.message));
  console.log(m.listenerCount('ready'), m.listenerCount('error'));
  setTimeout(() => m.emit('error', new Error('wanted')), 1);
  console.log((await once(m, 'error'))[0].message);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 1);
  await once(m, 'never', { signal: controller.signal }).catch((x) => console.log(x.name, x.code, x.message));
  console.log(m.listenerCount('never'));
  await once(m, 'never', { signal: controller.signal }).catch((x) => console.log(x.name, x.code, x.message));
  const target = new EventTarget();
  setTimeout(() => target.dispatchEvent(new Event('foo')), 1);
  console.log((await once(target, 'foo'))[0].type);

  setTimeout(() => { m.emit('data', 1); m.emit('data', 2); }, 1);
  setTimeout(() => m.emit('data', 3), 5);
  let seen = 0;
  for await (const value of on(m, 'data')) {
    console.log('on', value);
    if (++seen === 3) break;
  }
  console.log(m.listenerCount('data'), m.listenerCount('error'));
  setTimeout(() => { m.emit('data', 'x'); m.emit('error', new Error('stop')); }, 1);
  try {
    for await (const value of on(m, 'data')) console.log('on', value);
  } catch (x) {
    console.log('thrown', x.message);
  }
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 3);
  try {
    for await (const value of on(m, 'data', { signal: stop.signal })) console.log('on', value);
  } catch (x) {
    console.log('thrown', x.name);
  }
  const iterator = on(m, 'data');
  m.emit('data', 'buffered');
  console.log(await iterator.next(), await iterator.return(), await iterator.next());

  const c = new EventEmitter({ captureRejections: true });
  c.on('job', async (v) => { throw new Error(`failed ${v}`); });
  c.on('error', (x) => console.log('captured', x.message));
  c.emit('job', 1);
  await new Promise((resolve) => setTimeout(resolve, 1));
  c[captureRejectionSymbol] = (x, type, ...args) => console.log('symbol', x.message, type, args);
  c.emit('job', 2);
  await new Promise((resolve) => setTimeout(resolve, 1));

  const w = new EventEmitter();
  process.once('warning', (warning) => console.log(warning.name, warning.message, warning.type, warning.count, warning.emitter === w));
  for (let i = 0; i < 12; i++) w.on('many', () => {});
  await new Promise((resolve) => setTimeout(resolve, 1));
})();
