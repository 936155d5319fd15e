'use strict';
// Timers as promises and as an async iterator.

const timers = require('timers');
const { checkObject, checkAbortSignal, checkBoolean, abortError } = require('internal/errors');

function checked(options) {
  checkObject(options, 'options');
  checkAbortSignal(options.signal, 'options.signal');
  if (options.ref !== undefined) checkBoolean(options.ref, 'options.ref');
  return options.signal;
}

function wait(start, clear, value, options) {
  let signal;
  try {
    signal = checked(options);
  } catch (error) {
    return Promise.reject(error);
  }
  if (signal?.aborted) return Promise.reject(abortError(signal.reason));
  return new Promise((resolve, reject) => {
    let onAbort;
    const handle = start(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve(value);
    });
    if (options.ref === false) handle.unref();
    if (signal) {
      onAbort = () => {
        clear(handle);
        reject(abortError(signal.reason));
      };
      signal.addEventListener('abort', onAbort, { once: true });
    }
  });
}

function setTimeout(delay, value, options = {}) {
  return wait((done) => timers.setTimeout(done, delay), timers.clearTimeout, value, options);
}

function setImmediate(value, options = {}) {
  return wait((done) => timers.setImmediate(done), timers.clearImmediate, value, options);
}

async function* setInterval(delay, value, options = {}) {
  const signal = checked(options);
  if (signal?.aborted) throw abortError(signal.reason);
  let fired = 0;
  let wake;
  let aborted = false;
  const handle = timers.setInterval(() => {
    fired++;
    wake?.();
  }, delay);
  if (options.ref === false) handle.unref();
  const onAbort = () => {
    aborted = true;
    timers.clearInterval(handle);
    wake?.();
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    while (!aborted) {
      if (fired === 0) await new Promise((resolve) => { wake = resolve; });
      for (; fired > 0; fired--) yield value;
    }
    throw abortError(signal.reason);
  } finally {
    timers.clearInterval(handle);
    signal?.removeEventListener('abort', onAbort);
  }
}

module.exports = {
  setTimeout, setImmediate, setInterval,
  scheduler: {
    wait: (delay, options) => setTimeout(delay, undefined, options),
    yield: () => setImmediate(),
  },
};
