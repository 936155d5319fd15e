'use strict';
// EventEmitter, after the documentation of Node's module `events`.

const {
  make, invalidArgType, checkFunction, checkNumber, checkAbortSignal, checkBoolean, checkObject, abortError,
} = require('internal/errors');
const { inspect } = native;

const errorMonitor = Symbol('events.errorMonitor');
const captureRejectionSymbol = Symbol.for('nodejs.rejection');
const kCapture = Symbol('kCapture');
const kShapeMode = Symbol('shapeMode');

let defaultMax = 10;

function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}

EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;

let captureByDefault = false;

EventEmitter.init = function (options) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = Object.create(null);
    this._eventsCount = 0;
  }
  this._maxListeners = this._maxListeners || undefined;
  this[kShapeMode] = false;
  if (options?.captureRejections) {
    checkBoolean(options.captureRejections, 'options.captureRejections');
    this[kCapture] = true;
  } else {
    this[kCapture] = captureByDefault;
  }
};

function limitOf(emitter) {
  return emitter._maxListeners === undefined ? defaultMax : emitter._maxListeners;
}

function checkListener(listener) {
  checkFunction(listener, 'listener');
}

EventEmitter.prototype.setMaxListeners = function setMaxListeners(n) {
  checkNumber(n, 'setMaxListeners', 0);
  this._maxListeners = n;
  return this;
};

EventEmitter.prototype.getMaxListeners = function getMaxListeners() {
  return limitOf(this);
};

function rejected(emitter, reason, type, args) {
  if (typeof emitter[captureRejectionSymbol] === 'function') {
    emitter[captureRejectionSymbol](reason, type, ...args);
    return;
  }
  const before = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit('error', reason);
  } finally {
    emitter[kCapture] = before;
  }
}

function watch(emitter, result, type, args) {
  if (result === undefined || result === null || !emitter[kCapture]) return;
  try {
    const then = result.then;
    if (typeof then === 'function') {
      then.call(result, undefined, (reason) => {
        native.nextTick(rejected, [emitter, reason, type, args]);
      });
    }
  } catch (reason) {
    emitter.emit('error', reason);
  }
}

function unhandledError(args) {
  const value = args[0];
  if (value instanceof Error) return value;
  let text;
  try {
    text = inspect(value);
  } catch {
    text = value;
  }
  const error = make(Error, 'ERR_UNHANDLED_ERROR', `Unhandled error. (${text})`);
  error.context = value;
  return error;
}

EventEmitter.prototype.emit = function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') {
    if (events !== undefined && events[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
    if (events === undefined || events.error === undefined) throw unhandledError(args);
  }
  const handler = events?.[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') {
    watch(this, Reflect.apply(handler, this, args), type, args);
  } else {
    for (const listener of [...handler]) {
      watch(this, Reflect.apply(listener, this, args), type, args);
    }
  }
  return true;
};

function warnOfLeak(emitter, type, list) {
  const warning = new Error(
    `Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners `
    + `added to ${inspect(emitter, { depth: -1 })}. MaxListeners is ${limitOf(emitter)}. Use emitter.setMaxListeners() to increase limit`);
  warning.name = 'MaxListenersExceededWarning';
  warning.emitter = emitter;
  warning.type = type;
  warning.count = list.length;
  require('process').emitWarning(warning);
}

function add(emitter, type, listener, prepend) {
  checkListener(listener);
  let events = emitter._events;
  if (events === undefined) {
    events = emitter._events = Object.create(null);
    emitter._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    // Told before it is added, so that it is not told of itself.
    emitter.emit('newListener', type, listener.listener ?? listener);
    events = emitter._events;
  }
  const existing = events[type];
  if (existing === undefined) {
    events[type] = listener;
    ++emitter._eventsCount;
    return emitter;
  }
  const list = typeof existing === 'function' ? (events[type] = [existing]) : existing;
  if (prepend) list.unshift(listener);
  else list.push(listener);
  const limit = limitOf(emitter);
  if (limit > 0 && list.length > limit && !list.warned) {
    list.warned = true;
    warnOfLeak(emitter, type, list);
  }
  return emitter;
}

EventEmitter.prototype.addListener = function addListener(type, listener) {
  return add(this, type, listener, false);
};
EventEmitter.prototype.on = EventEmitter.prototype.addListener;

EventEmitter.prototype.prependListener = function prependListener(type, listener) {
  return add(this, type, listener, true);
};

function wrapOnce(emitter, type, listener) {
  let fired = false;
  const wrapper = function (...args) {
    if (fired) return undefined;
    emitter.removeListener(type, wrapper);
    fired = true;
    return Reflect.apply(listener, emitter, args);
  };
  Object.defineProperty(wrapper, 'name', { value: 'bound onceWrapper', configurable: true });
  wrapper.listener = listener;
  return wrapper;
}

EventEmitter.prototype.once = function once(type, listener) {
  checkListener(listener);
  this.on(type, wrapOnce(this, type, listener));
  return this;
};

EventEmitter.prototype.prependOnceListener = function prependOnceListener(type, listener) {
  checkListener(listener);
  this.prependListener(type, wrapOnce(this, type, listener));
  return this;
};

EventEmitter.prototype.removeListener = function removeListener(type, listener) {
  checkListener(listener);
  const events = this._events;
  const list = events?.[type];
  if (list === undefined) return this;
  if (list === listener || list.listener === listener) {
    if (--this._eventsCount === 0) this._events = Object.create(null);
    else delete events[type];
    if (events.removeListener) this.emit('removeListener', type, list.listener ?? listener);
  } else if (typeof list !== 'function') {
    const index = list.findLastIndex((each) => each === listener || each.listener === listener);
    if (index < 0) return this;
    list.splice(index, 1);
    if (list.length === 1) events[type] = list[0];
    if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
  }
  return this;
};
EventEmitter.prototype.off = EventEmitter.prototype.removeListener;

EventEmitter.prototype.removeAllListeners = function removeAllListeners(type) {
  const events = this._events;
  if (events === undefined) return this;
  if (events.removeListener === undefined) {
    if (arguments.length === 0) {
      this._events = Object.create(null);
      this._eventsCount = 0;
    } else if (events[type] !== undefined) {
      if (--this._eventsCount === 0) this._events = Object.create(null);
      else delete events[type];
    }
    return this;
  }
  if (arguments.length === 0) {
    for (const key of Reflect.ownKeys(events)) {
      if (key !== 'removeListener') this.removeAllListeners(key);
    }
    this.removeAllListeners('removeListener');
    this._events = Object.create(null);
    this._eventsCount = 0;
    return this;
  }
  const list = events[type];
  if (typeof list === 'function') this.removeListener(type, list);
  else if (list !== undefined) {
    for (const listener of [...list].reverse()) this.removeListener(type, listener);
  }
  return this;
};

function listenersOf(emitter, type, unwrap) {
  const list = emitter._events?.[type];
  if (list === undefined) return [];
  const all = typeof list === 'function' ? [list] : [...list];
  return unwrap ? all.map((each) => each.listener ?? each) : all;
}

EventEmitter.prototype.listeners = function listeners(type) {
  return listenersOf(this, type, true);
};

EventEmitter.prototype.rawListeners = function rawListeners(type) {
  return listenersOf(this, type, false);
};

EventEmitter.prototype.listenerCount = function listenerCount(type, listener) {
  const all = listenersOf(this, type, false);
  return listener == null ? all.length
    : all.filter((each) => each === listener || each.listener === listener).length;
};

EventEmitter.prototype.eventNames = function eventNames() {
  return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
};

Object.defineProperty(EventEmitter.prototype, kCapture, { value: false, writable: true, enumerable: false });

module.exports = EventEmitter;

function listen(target, name, listener, once) {
  if (typeof target.on === 'function') {
    if (once) target.once(name, listener);
    else target.on(name, listener);
  } else if (typeof target.addEventListener === 'function') {
    target.addEventListener(name, listener, { once });
  } else {
    throw invalidArgType('emitter', 'EventEmitter', target);
  }
}

function unlisten(target, name, listener) {
  if (typeof target.removeListener === 'function') target.removeListener(name, listener);
  else if (typeof target.removeEventListener === 'function') target.removeEventListener(name, listener);
  else throw invalidArgType('emitter', 'EventEmitter', target);
}

async function once(emitter, name, options = {}) {
  checkObject(options, 'options');
  const { signal } = options;
  checkAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw abortError(signal.reason);
  return new Promise((resolve, reject) => {
    const onError = (error) => {
      emitter.removeListener(name, onEvent);
      signal?.removeEventListener('abort', onAbort);
      reject(error);
    };
    const onEvent = (...args) => {
      if (typeof emitter.removeListener === 'function') emitter.removeListener('error', onError);
      signal?.removeEventListener('abort', onAbort);
      resolve(args);
    };
    const onAbort = () => {
      unlisten(emitter, name, onEvent);
      if (typeof emitter.removeListener === 'function') emitter.removeListener('error', onError);
      reject(abortError(signal.reason));
    };
    listen(emitter, name, onEvent, true);
    if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', onError);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

const asyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype);

function on(emitter, name, options = {}) {
  checkObject(options, 'options');
  const { signal } = options;
  checkAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw abortError(signal.reason);
  const events = [];
  const waiting = [];
  let error = null;
  let finished = false;

  const onEvent = (...args) => {
    if (waiting.length > 0) waiting.shift().resolve({ value: args, done: false });
    else events.push(args);
  };
  const onError = (reason) => {
    if (waiting.length > 0) waiting.shift().reject(reason);
    else error = reason;
    iterator.return();
  };
  const onAbort = () => onError(abortError(signal.reason));
  const onClose = () => { iterator.return(); };

  const iterator = Object.setPrototypeOf({
    next() {
      if (events.length > 0) return Promise.resolve({ value: events.shift(), done: false });
      if (error) {
        const reason = Promise.reject(error);
        error = null;
        return reason;
      }
      if (finished) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve, reject) => { waiting.push({ resolve, reject }); });
    },
    return() {
      unlisten(emitter, name, onEvent);
      if (name !== 'error' && typeof emitter.on === 'function') unlisten(emitter, 'error', onError);
      for (const each of options.close ?? []) unlisten(emitter, each, onClose);
      signal?.removeEventListener('abort', onAbort);
      finished = true;
      for (const each of waiting.splice(0)) each.resolve({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    },
    throw(reason) {
      if (!reason || !(reason instanceof Error)) {
        throw invalidArgType('EventEmitter.AsyncIterator', 'Error', reason);
      }
      onError(reason);
    },
    [Symbol.asyncIterator]() { return this; },
  }, asyncIteratorPrototype);

  listen(emitter, name, onEvent, false);
  if (name !== 'error' && typeof emitter.on === 'function') listen(emitter, 'error', onError, false);
  for (const each of options.close ?? []) listen(emitter, each, onClose, false);
  signal?.addEventListener('abort', onAbort, { once: true });
  return iterator;
}

function getEventListeners(target, type) {
  if (typeof target?.listeners === 'function') return target.listeners(type);
  if (target instanceof EventTarget) return native.eventListeners(target, type);
  throw invalidArgType('emitter', ['EventEmitter', 'EventTarget'], target);
}

function getMaxListeners(target) {
  if (typeof target?.getMaxListeners === 'function') return limitOf(target);
  if (target instanceof EventTarget) return defaultMax;
  throw invalidArgType('emitter', ['EventEmitter', 'EventTarget'], target);
}

function setMaxListeners(n = defaultMax, ...targets) {
  checkNumber(n, 'setMaxListeners', 0);
  if (targets.length === 0) defaultMax = n;
  for (const target of targets) {
    if (typeof target?.setMaxListeners === 'function') target.setMaxListeners(n);
    else if (!(target instanceof EventTarget)) {
      throw invalidArgType('eventTargets', ['EventEmitter', 'EventTarget'], target);
    }
  }
}

function addAbortListener(signal, listener) {
  if (signal === undefined) throw invalidArgType('signal', 'AbortSignal', signal);
  checkAbortSignal(signal, 'signal');
  checkFunction(listener, 'listener');
  let remove;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    signal.addEventListener('abort', listener, { once: true });
    remove = () => signal.removeEventListener('abort', listener);
  }
  const disposable = { __proto__: null };
  if (Symbol.dispose) disposable[Symbol.dispose] = () => remove?.();
  return disposable;
}

EventEmitter.once = once;
EventEmitter.on = on;
EventEmitter.getEventListeners = getEventListeners;
EventEmitter.getMaxListeners = getMaxListeners;
EventEmitter.addAbortListener = addAbortListener;
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.usingDomains = false;
EventEmitter.captureRejectionSymbol = captureRejectionSymbol;
Object.defineProperty(EventEmitter, 'captureRejections', {
  get() { return captureByDefault; },
  set(value) {
    checkBoolean(value, 'EventEmitter.captureRejections');
    captureByDefault = value;
  },
  configurable: true, enumerable: true,
});
EventEmitter.errorMonitor = errorMonitor;
Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
  get() { return defaultMax; },
  set(value) {
    checkNumber(value, 'defaultMaxListeners', 0);
    defaultMax = value;
  },
  configurable: true, enumerable: true,
});
EventEmitter.setMaxListeners = setMaxListeners;
EventEmitter.listenerCount = (emitter, type) => (typeof emitter.listenerCount === 'function'
  ? emitter.listenerCount(type) : listenersOf(emitter, type, false).length);

// The global `process` is an emitter.
const processPrototype = Object.create(EventEmitter.prototype);
Object.defineProperty(processPrototype, 'constructor', { value: function process() {}, configurable: true });
Object.setPrototypeOf(native.process, processPrototype);
