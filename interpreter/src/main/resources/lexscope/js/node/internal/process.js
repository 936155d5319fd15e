'use strict';
// The members of `process` that are made when the program first names one of them. Nothing of them
// is about the machine: time is virtual, memory is modelled, the folder is the root.

const { process } = native;

function nextTick(callback, ...args) {
  if (typeof callback !== 'function') {
    throw require('internal/errors').invalidArgType('callback', 'Function', callback);
  }
  native.nextTick(callback, args);
}

function hrtime(previous) {
  const micros = Math.round(native.elapsedMillis() * 1000);
  let seconds = Math.floor(micros / 1e6);
  let nanos = (micros % 1e6) * 1000;
  if (previous !== undefined) {
    if (!Array.isArray(previous)) throw require('internal/errors').invalidArgType('time', 'Array', previous);
    if (previous.length !== 2) {
      throw require('internal/errors').outOfRange('time', '2', previous.length);
    }
    seconds -= previous[0];
    nanos -= previous[1];
    if (nanos < 0) {
      seconds--;
      nanos += 1e9;
    }
  }
  return [seconds, nanos];
}
hrtime.bigint = function bigint() {
  return BigInt(Math.round(native.elapsedMillis() * 1000)) * 1000n;
};

function memoryUsage() {
  const used = native.usedBytes();
  return { rss: used, heapTotal: used, heapUsed: used, external: 0, arrayBuffers: 0 };
}
memoryUsage.rss = function rss() { return native.usedBytes(); };

// ---- events: an emitter is made when the program first listens or emits

let emitter;

function asEmitter() {
  if (emitter === undefined) {
    const EventEmitter = require('events');
    for (const name of EMITTER_METHODS) delete process[name];
    EventEmitter.call(process);
    emitter = process;
  }
  return emitter;
}

const EMITTER_METHODS = ['addListener', 'emit', 'eventNames', 'getMaxListeners', 'listenerCount', 'listeners',
  'off', 'on', 'once', 'prependListener', 'prependOnceListener', 'rawListeners', 'removeAllListeners',
  'removeListener', 'setMaxListeners'];

for (const name of EMITTER_METHODS) {
  Object.defineProperty(process, name, {
    value(...args) { return asEmitter()[name](...args); },
    writable: true, enumerable: false, configurable: true,
  });
}

// ---- warnings

let deprecationsShown;

function emitWarning(warning, type, code) {
  const { make, invalidArgType, checkString } = require('internal/errors');
  void make;
  let detail;
  if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
    code = type.code;
    if (typeof type.detail === 'string') detail = type.detail;
    type = type.type || 'Warning';
  } else if (typeof type === 'function') {
    code = '';
    type = 'Warning';
  }
  if (type !== undefined) checkString(type, 'type');
  if (typeof code === 'function') code = undefined;
  else if (code !== undefined) checkString(code, 'code');
  if (typeof warning === 'string') {
    const error = new Error(warning);
    error.name = String(type || 'Warning');
    if (code !== undefined) error.code = code;
    if (detail !== undefined) error.detail = detail;
    warning = error;
  } else if (!(warning instanceof Error)) {
    throw invalidArgType('warning', ['Error', 'string'], warning);
  }
  if (warning.name === 'DeprecationWarning') {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      nextTick(() => { throw warning; });
      return;
    }
  }
  nextTick(showWarning, warning);
}

let hinted = false;

function showWarning(warning) {
  if (emitter !== undefined) emitter.emit('warning', warning);
  if (process.noProcessWarnings) return;
  const deprecation = warning.name === 'DeprecationWarning';
  let text = `(node:${process.pid}) `;
  if (warning.code) text += `[${warning.code}] `;
  text += typeof warning.toString === 'function' ? `${warning.toString()}` : Error.prototype.toString.call(warning);
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  if (!hinted) {
    hinted = true;
    const flag = deprecation ? '--trace-deprecation' : '--trace-warnings';
    text += `\n(Use \`node ${flag} ...\` to show where the warning was created)`;
  }
  native.write(2, `${text}\n`);
}

// ---- the end

let code;

function checkedCode(value) {
  if (value === undefined || value === null) return undefined;
  const { invalidArgType, outOfRange } = require('internal/errors');
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number') throw invalidArgType('code', 'integer', value);
  if (!Number.isInteger(number)) throw outOfRange('code', 'an integer', value);
  return value;
}

let exiting = false;

function exit(value) {
  const given = checkedCode(value);
  if (given !== undefined) code = given;
  if (!exiting) {
    exiting = true;
    if (emitter !== undefined) emitter.emit('exit', Number(code ?? 0));
  }
  native.exit(Number(code ?? 0));
}

let captureCallback = null;

function setUncaughtExceptionCaptureCallback(callback) {
  if (callback !== null && typeof callback !== 'function') {
    throw require('internal/errors').invalidArgType('fn', ['Function', 'null'], callback);
  }
  captureCallback = callback;
}

// ---- streams

function stream(fd) {
  return {
    fd,
    isTTY: false,
    writable: true,
    columns: 80,
    write(chunk, encoding, callback) {
      if (typeof encoding === 'function') callback = encoding;
      if (typeof chunk !== 'string' && !ArrayBuffer.isView(chunk)) {
        throw require('internal/errors').invalidArgType('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
      }
      native.write(fd, typeof chunk === 'string' ? chunk : native.decode(chunk, 0, chunk.byteLength, 'utf8'));
      if (typeof callback === 'function') nextTick(callback, null);
      return true;
    },
    end(chunk, ...rest) {
      if (chunk !== undefined && typeof chunk !== 'function') this.write(chunk, ...rest);
      return this;
    },
    on() { return this; },
    once() { return this; },
    emit() { return false; },
    removeListener() { return this; },
    getColorDepth() { return 1; },
    hasColors() { return false; },
  };
}

function lazy(name, make) {
  let value;
  Object.defineProperty(process, name, {
    get() { return (value ??= make()); },
    enumerable: true, configurable: true,
  });
}

Object.assign(process, {
  // By this, packages that ask find out that there are no files and no machine behind the names.
  browser: true,
  version: 'v20.20.2',
  versions: Object.freeze({ node: '20.20.2', v8: '11.3.244.8-node.38', modules: '115' }),
  arch: 'x64',
  platform: 'linux',
  release: { name: 'node', lts: 'Iron' },
  argv0: 'lexscope',
  execArgv: [],
  execPath: 'lexscope',
  title: 'lexscope',
  pid: 1,
  ppid: 0,
  config: Object.freeze({ variables: Object.freeze({}), target_defaults: Object.freeze({}) }),
  features: Object.freeze({
    inspector: false, debug: false, uv: false, ipv6: false, tls_alpn: false, tls_sni: false, tls_ocsp: false,
    tls: false, cached_builtins: true,
  }),
  allowedNodeEnvironmentFlags: new Set(),
  cwd: function cwd() { return native.cwd(); },
  exit,
  abort: function abort() { native.exit(134); },
  hrtime,
  memoryUsage,
  nextTick,
  emitWarning,
  setUncaughtExceptionCaptureCallback,
  uptime: function uptime() { return native.elapsedMillis() / 1000; },
  getBuiltinModule: function getBuiltinModule(id) {
    require('internal/errors').checkString(id, 'id');
    return native.isBuiltin(id) ? native.requireBuiltin(id) : undefined;
  },
});
lazy('stdout', () => stream(1));
lazy('stderr', () => stream(2));
Object.defineProperty(process, 'exitCode', {
  get() { return code; },
  set(value) { code = checkedCode(value); },
  enumerable: true, configurable: true,
});

// What the host tells.
module.exports = {
  beforeExit() { return emitter !== undefined && !exiting && emitter.emit('beforeExit', Number(code ?? 0)); },
  atExit() {
    if (exiting) return;
    exiting = true;
    if (emitter !== undefined) emitter.emit('exit', Number(code ?? 0));
  },
  uncaught(error, origin = 'uncaughtException') {
    if (captureCallback !== null) {
      captureCallback(error);
      return true;
    }
    if (emitter === undefined) return false;
    emitter.emit('uncaughtExceptionMonitor', error, origin);
    return emitter.emit('uncaughtException', error, origin);
  },
  unhandled(reason, promise) {
    if (emitter !== undefined && emitter.emit('unhandledRejection', reason, promise)) return true;
    return module.exports.uncaught(reason, 'unhandledRejection');
  },
  exitCode() { return Number(code ?? 0); },
};
