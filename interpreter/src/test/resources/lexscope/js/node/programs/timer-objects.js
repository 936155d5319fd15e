'use strict';
// Timers are objects that keep their callback, may be asked, and need not keep the program running.

const { setTimeout: later, clearTimeout: never } = require('timers');

const log = (...parts) => console.log(...parts);

// ---- what they look like
const t = later(function fired() {}, 10, 1, 2);
log(t.constructor.name, typeof t, Object.keys(t).join());
log(t._idleTimeout, typeof t._onTimeout, t._timerArgs, t._repeat, t._destroyed);
log(Object.prototype.toString.call(t), t instanceof t.constructor);
log(t.hasRef(), t.unref() === t, t.hasRef(), t.ref() === t, t.hasRef());
log(typeof +t, +t === +t, `${t}` === String(+t));
never(t);
log(t._idleTimeout, t._onTimeout, t._destroyed, t.hasRef());
const i = setInterval(() => {}, 5);
log(i.constructor === t.constructor, i._repeat, i.close() === i, i._destroyed);
const m = setImmediate(() => {}, 1, 2);
log(m.constructor.name, Object.keys(m).join(), m._argv, m.hasRef());
for (const method of ['ref', 'unref', 'hasRef', 'refresh', 'close']) {
  log(method, typeof t[method], typeof m[method], t[method]?.length);
}

// ---- this, arguments
later(function () { log('this is the timer', this === one, arguments.length); }, 1, 'a');
const one = later(function (...rest) { log(this === one, rest); }, 1, 'a', 'b');
later(() => {
  const now = setImmediate(function (...args) { log('this is the immediate', this === now, args); }, 1, 2);
}, 150);

// ---- clearing by number, by text, and by what is neither
const byNumber = later(() => log('not to be seen'), 3);
clearTimeout(+byNumber);
const byText = later(() => log('not to be seen'), 3);
clearInterval(`${byText}`);
for (const wrong of [undefined, null, NaN, 'x', {}, [], Symbol.iterator, 77, () => {}]) clearTimeout(wrong);
const unasked = later(() => log('its number was never asked for'), 60);
void unasked;
clearImmediate(setImmediate(() => log('not to be seen')));

// ---- refreshing
let turns = 0;
const again = later(() => { log('turn', ++turns); if (turns < 3) again.refresh(); }, 170);
const postponed = later(() => log('postponed'), 90);
later(() => postponed.refresh(), 70);
later(() => log('between'), 130);

// ---- an interval that clears itself, and one that changes
let left = 3;
const ticking = setInterval(() => { log('tick', left); if (--left === 0) clearInterval(ticking); }, 230);
const limited = setInterval(function () { log('once only'); this.close(); }, 100);
void limited;
const replaced = later(() => log('not to be seen'), 120);
replaced._onTimeout = () => log('replaced');

// ---- what does not keep the program running
setInterval(() => {}, 1000).unref();
later(() => log('not to be seen: nobody waits'), 5000).unref();
later(() => log('seen, since the program still runs'), 140).unref();
later(() => {}, 900).unref().ref();
if (Symbol.dispose) {
  const disposed = later(() => log('not to be seen'), 1);
  disposed[Symbol.dispose]();
  log(disposed._destroyed);
}
let steps = 0;
process.on('beforeExit', () => {
  log('beforeExit', ++steps);
  if (steps === 1) later(() => log('one more'), 1);
  if (steps === 2) setImmediate(() => log('and one more'));
  if (steps === 3) later(() => log('not to be seen'), 1).unref();
});
process.on('exit', (code) => log('exit', code));

// ---- AbortSignal.timeout does not keep the program running either
AbortSignal.timeout(3000).addEventListener('abort', () => log('not to be seen'));

// ---- promises
require('timers/promises').setTimeout(30, 'value', { ref: true }).then((value) => log('promised', value));
require('timers/promises').setTimeout(9000, 'value', { ref: false }).then(() => log('not to be seen'));

// ---- rejections
const rejected = Promise.reject(new Error('nobody'));
process.on('unhandledRejection', (reason, promise) => log('unhandled', reason.message, promise === rejected));
