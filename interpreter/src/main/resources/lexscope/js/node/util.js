'use strict';
// After the documentation of Node's module `util`. What shows values is the same as in `console.log`.

const errors = require('internal/errors');
const types = require('internal/types');

const { make, invalidArgType, checkFunction, checkString, checkAbortSignal } = errors;
const customPromisify = Symbol.for('nodejs.util.promisify.custom');

function inspect(value, options) {
  if (arguments.length > 2 || typeof options === 'boolean') {
    // The older form: showHidden, depth, colors.
    options = { showHidden: Boolean(options) };
    if (arguments.length > 2 && arguments[2] !== undefined) options.depth = arguments[2];
  }
  const settled = { ...inspect.defaultOptions, ...options };
  return native.inspect(value, settled);
}
inspect.custom = Symbol.for('nodejs.util.inspect.custom');

const defaults = {
  showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100,
  maxStringLength: 10000, breakLength: 80, compact: 3, sorted: false, getters: false, numericSeparator: false,
};
Object.defineProperty(inspect, 'defaultOptions', {
  get() { return defaults; },
  set(options) {
    errors.checkObject(options, 'options');
    Object.assign(defaults, options);
  },
  enumerable: true, configurable: true,
});

const code = (open, close) => [open, close];
inspect.colors = Object.assign({ __proto__: null }, {
  reset: code(0, 0), bold: code(1, 22), dim: code(2, 22), italic: code(3, 23), underline: code(4, 24),
  blink: code(5, 25), inverse: code(7, 27), hidden: code(8, 28), strikethrough: code(9, 29),
  doubleunderline: code(21, 24), black: code(30, 39), red: code(31, 39), green: code(32, 39),
  yellow: code(33, 39), blue: code(34, 39), magenta: code(35, 39), cyan: code(36, 39), white: code(37, 39),
  bgBlack: code(40, 49), bgRed: code(41, 49), bgGreen: code(42, 49), bgYellow: code(43, 49), bgBlue: code(44, 49),
  bgMagenta: code(45, 49), bgCyan: code(46, 49), bgWhite: code(47, 49), framed: code(51, 54),
  overlined: code(53, 55), gray: code(90, 39), redBright: code(91, 39), greenBright: code(92, 39),
  yellowBright: code(93, 39), blueBright: code(94, 39), magentaBright: code(95, 39), cyanBright: code(96, 39),
  whiteBright: code(97, 39),
});
inspect.styles = {
  __proto__: null, special: 'cyan', number: 'yellow', bigint: 'yellow', boolean: 'yellow', undefined: 'grey',
  null: 'bold', string: 'green', symbol: 'green', date: 'magenta', regexp: 'red', module: 'underline',
};

function promisify(original) {
  checkFunction(original, 'original');
  const custom = original[customPromisify];
  if (custom) {
    checkFunction(custom, 'util.promisify.custom');
    return Object.defineProperty(custom, customPromisify, {
      value: custom, enumerable: false, writable: false, configurable: true,
    });
  }
  if (original === globalThis.setTimeout) return require('timers/promises').setTimeout;
  if (original === globalThis.setImmediate) return require('timers/promises').setImmediate;
  function fn(...args) {
    return new Promise((resolve, reject) => {
      Reflect.apply(original, this, [...args, (error, ...values) => {
        if (error) reject(error);
        else resolve(values[0]);
      }]);
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  Object.defineProperty(fn, customPromisify, {
    value: fn, enumerable: false, writable: false, configurable: true,
  });
  const properties = Object.getOwnPropertyDescriptors(original);
  for (const key of Reflect.ownKeys(properties)) Object.defineProperty(fn, key, properties[key]);
  return fn;
}
promisify.custom = customPromisify;

function callbackify(original) {
  checkFunction(original, 'original');
  function callbackified(...args) {
    const callback = args.pop();
    checkFunction(callback, 'last argument');
    Reflect.apply(original, this, args).then(
      (value) => native.nextTick(callback.bind(this), [null, value]),
      (reason) => {
        let error = reason;
        if (!error) {
          error = make(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value');
          error.reason = reason;
        }
        native.nextTick(callback.bind(this), [error]);
      },
    );
  }
  const properties = Object.getOwnPropertyDescriptors(original);
  if (typeof properties.length?.value === 'number') properties.length.value++;
  if (typeof properties.name?.value === 'string') properties.name.value += 'Callbackified';
  for (const key of Reflect.ownKeys(properties)) Object.defineProperty(callbackified, key, properties[key]);
  return callbackified;
}

const warnedCodes = new Set();

function deprecate(fn, message, warningCode) {
  if (warningCode !== undefined) checkString(warningCode, 'code');
  let warned = false;
  function warn() {
    if (warned) return;
    warned = true;
    if (warningCode !== undefined) {
      if (warnedCodes.has(warningCode)) return;
      warnedCodes.add(warningCode);
    }
    require('process').emitWarning(message, 'DeprecationWarning', warningCode, deprecated);
  }
  function deprecated(...args) {
    warn();
    return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
  }
  Object.setPrototypeOf(deprecated, fn);
  if (fn.prototype) deprecated.prototype = fn.prototype;
  return deprecated;
}

function inherits(constructor, superConstructor) {
  if (constructor === undefined || constructor === null) throw invalidArgType('ctor', 'Function', constructor);
  if (superConstructor === undefined || superConstructor === null) {
    throw invalidArgType('superCtor', 'Function', superConstructor);
  }
  if (superConstructor.prototype === undefined) {
    throw invalidArgType('superCtor.prototype', 'Object', superConstructor.prototype);
  }
  Object.defineProperty(constructor, 'super_', { value: superConstructor, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, superConstructor.prototype);
}

function debuglog(set) {
  const wanted = String(globalThis.process?.env?.NODE_DEBUG ?? '').toUpperCase().split(',');
  const enabled = wanted.includes(String(set).toUpperCase());
  const log = (...args) => {
    if (enabled) native.write(2, `${String(set).toUpperCase()} 1: ${native.format(...args)}\n`);
  };
  Object.defineProperty(log, 'enabled', { get: () => enabled, configurable: true, enumerable: true });
  return log;
}

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u001B\u009B][[\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\d/#&.:=?%@~_]+)*|[a-zA-Z\d]+(?:;[-a-zA-Z\d/#&.:=?%@~_]*)*)?\u0007)|(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~]))/g;

function stripVTControlCharacters(text) {
  checkString(text, 'str');
  return text.replace(CONTROL, '');
}

function styleText(format, text) {
  checkString(text, 'text');
  let open = '';
  let close = '';
  for (const each of [format].flat()) {
    const pair = inspect.colors[each];
    if (pair === undefined) {
      throw errors.invalidArgValue('format', each,
        `must be one of: ${Object.keys(inspect.colors).map((name) => `'${name}'`).join(', ')}`);
    }
    open += `\u001b[${pair[0]}m`;
    close = `\u001b[${pair[1]}m${close}`;
  }
  return `${open}${text}${close}`;
}

async function aborted(signal, resource) {
  if (signal === undefined) throw invalidArgType('signal', 'AbortSignal', signal);
  checkAbortSignal(signal, 'signal');
  errors.checkObject(resource, 'resource');
  if (signal.aborted) return undefined;
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

const isPrimitive = (value) => value === null || (typeof value !== 'object' && typeof value !== 'function');

module.exports = {
  _extend(target, source) {
    return source === null || typeof source !== 'object' ? target : Object.assign(target, source);
  },
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate,
  format: (...args) => native.format(...args),
  formatWithOptions(options, ...args) {
    if (options === null || typeof options !== 'object') throw invalidArgType('inspectOptions', 'object', options);
    return native.formatWithOptions(options, ...args);
  },
  inherits,
  inspect,
  isArray: Array.isArray,
  isBoolean: (value) => typeof value === 'boolean',
  isBuffer: (value) => require('buffer').Buffer.isBuffer(value),
  isDeepStrictEqual: (a, b) => require('internal/deep-equal').isDeepStrictEqual(a, b),
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNumber: (value) => typeof value === 'number',
  isString: (value) => typeof value === 'string',
  isSymbol: (value) => typeof value === 'symbol',
  isUndefined: (value) => value === undefined,
  isRegExp: types.isRegExp,
  isObject: (value) => value !== null && typeof value === 'object',
  isDate: types.isDate,
  isError: (value) => types.isNativeError(value) || value instanceof Error,
  isFunction: (value) => typeof value === 'function',
  isPrimitive,
  log: (...args) => console.log('%s', native.format(...args)),
  promisify,
  stripVTControlCharacters,
  styleText,
  toUSVString: (value) => String(value).toWellFormed(),
  aborted,
  types,
  TextDecoder: globalThis.TextDecoder,
  TextEncoder: globalThis.TextEncoder,
};
for (const [name, value] of Object.entries(module.exports)) {
  if (typeof value === 'function' && value.name === '') Object.defineProperty(value, 'name', { value: name });
}
