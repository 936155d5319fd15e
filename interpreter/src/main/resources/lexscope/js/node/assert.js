'use strict';
// After the documentation of Node's module `assert`.

const { make, invalidArgType, invalidArgValue, checkFunction, describe } = require('internal/errors');
const { AssertionError, isObject } = require('internal/assertion-error');
const { isDeepEqual, isDeepStrictEqual } = require('internal/deep-equal');
const { inspect } = native;

function raise(options) {
  if (options.message instanceof Error) throw options.message;
  throw new AssertionError(options);
}

function check(passed, actual, expected, message, operator, stackStartFn) {
  if (!passed) raise({ actual, expected, message, operator, stackStartFn });
}

function needTwo(args) {
  if (args.length < 2) {
    throw make(TypeError, 'ERR_MISSING_ARGS', 'The "actual" and "expected" arguments must be specified');
  }
}

// NON-SPEC: Node quotes the program's own words here; this says what the value was.
function checkTruth(fn, args) {
  const [value, message] = args;
  if (value) return;
  if (message instanceof Error) throw message;
  const generated = args.length === 0 || message == null;
  const text = args.length === 0 ? 'No value argument passed to `assert.ok()`'
    : message == null ? `${inspect(value)} == true` : message;
  const error = new AssertionError({ actual: value, expected: true, message: text, operator: '==', stackStartFn: fn });
  error.generatedMessage = generated;
  throw error;
}

function assert(...args) { checkTruth(assert, args); }
function ok(...args) { checkTruth(ok, args); }

const looseSame = (a, b) => a == b || (Number.isNaN(a) && Number.isNaN(b)); // eslint-disable-line eqeqeq

function compare(name, operator, passes) {
  const fn = {
    [name](actual, expected, message) {
      needTwo(arguments);
      check(passes(actual, expected), actual, expected, message, operator, fn);
    },
  }[name];
  return fn;
}

function fail(message) {
  if (message instanceof Error) throw message;
  const error = new AssertionError({ message: message ?? 'Failed', operator: 'fail', stackStartFn: fail });
  error.generatedMessage = arguments.length === 0;
  throw error;
}

// ---- exceptions

class Comparison {
  constructor(source, keys, actual) {
    for (const key of keys) {
      if (!(key in source)) continue;
      const matched = actual !== undefined && typeof actual[key] === 'string' && source[key] instanceof RegExp
        && source[key].exec(actual[key]) !== null;
      this[key] = matched ? actual[key] : source[key];
    }
  }
}

function compareKey(actual, expected, key, message, keys, fn) {
  if (key in actual && isDeepStrictEqual(actual[key], expected[key])) return;
  if (message) raise({ actual, expected, message, operator: fn.name, stackStartFn: fn });
  const a = new Comparison(actual, keys);
  const b = new Comparison(expected, keys, actual);
  const error = new AssertionError({ actual: a, expected: b, operator: 'deepStrictEqual', stackStartFn: fn });
  error.actual = actual;
  error.expected = expected;
  error.operator = fn.name;
  throw error;
}

function matchError(actual, expected, message, fn) {
  let generated = false;
  let failed = false;
  if (typeof expected !== 'function') {
    if (expected instanceof RegExp) {
      const text = String(actual);
      if (expected.exec(text) !== null) return;
      if (!message) {
        generated = true;
        message = `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`;
      }
      failed = true;
    } else if (!isObject(actual)) {
      const error = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: fn });
      error.operator = fn.name;
      throw error;
    } else {
      const keys = Object.keys(expected);
      if (expected instanceof Error) keys.push('name', 'message');
      else if (keys.length === 0) {
        throw invalidArgValue('error', expected, 'may not be an empty object');
      }
      for (const key of keys) {
        if (typeof actual[key] === 'string' && expected[key] instanceof RegExp
          && expected[key].exec(actual[key]) !== null) continue;
        compareKey(actual, expected, key, message, keys, fn);
      }
      return;
    }
  } else if (expected.prototype !== undefined && actual instanceof expected) {
    return;
  } else if (Object.prototype.isPrototypeOf.call(Error, expected)) {
    if (!message) {
      generated = true;
      message = `The error is expected to be an instance of "${expected.name}". Received `;
      message += actual instanceof Error ? `"${actual.name}"` : `"${inspect(actual, { depth: -1 })}"`;
      if (actual?.message) message += `\n\nError message:\n\n${actual.message}`;
    }
    failed = true;
  } else {
    const result = Reflect.apply(expected, {}, [actual]);
    if (result !== true) {
      if (!message) {
        generated = true;
        const name = expected.name ? `"${expected.name}" ` : '';
        message = `The ${name}validation function is expected to return "true". Received ${inspect(result)}`;
        if (actual instanceof Error) message += `\n\nCaught error:\n\n${actual}`;
      }
      failed = true;
    }
  }
  if (!failed) return;
  if (message instanceof Error) throw message;
  const error = new AssertionError({ actual, expected, message, operator: fn.name, stackStartFn: fn });
  error.generatedMessage = generated;
  throw error;
}

const NOTHING = Symbol('no exception');

function caught(fn) {
  checkFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return NOTHING;
}

async function caughtLater(promiseFn) {
  let promise = promiseFn;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (typeof promise?.then !== 'function') {
      throw make(TypeError, 'ERR_INVALID_RETURN_VALUE', 'Expected instance of Promise to be returned from the "promiseFn" '
        + `function but got ${describe(promise).replace(/^ Received /, '')}.`);
    }
  } else if (typeof promiseFn?.then !== 'function' || typeof promiseFn?.catch !== 'function') {
    throw invalidArgType('promiseFn', ['Function', 'Promise'], promiseFn);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return NOTHING;
}

function expectError(fn, actual, args) {
  let [expected, message] = args;
  if (typeof expected === 'string') {
    if (args.length === 2) {
      throw invalidArgType('error', ['Object', 'Error', 'Function', 'RegExp'], expected);
    }
    const same = isObject(actual) ? actual.message === expected : actual === expected;
    if (same && actual !== NOTHING) {
      throw make(TypeError, 'ERR_AMBIGUOUS_ARGUMENT', 'The "error/message" argument is ambiguous. '
        + `The error ${isObject(actual) ? 'message ' : ''}"${isObject(actual) ? actual.message : actual}" is identical to the message.`);
    }
    message = expected;
    expected = undefined;
  } else if (expected != null && !isObject(expected)) {
    throw invalidArgType('error', ['Object', 'Error', 'Function', 'RegExp'], expected);
  }
  if (actual === NOTHING) {
    let details = expected?.name ? ` (${expected.name})` : '';
    details += message ? `: ${message}` : '.';
    const kind = fn.name === 'rejects' ? 'rejection' : 'exception';
    if (message instanceof Error) throw message;
    raise({
      actual: undefined, expected, operator: fn.name, message: `Missing expected ${kind}${details}`, stackStartFn: fn,
    });
  }
  if (expected) matchError(actual, expected, message, fn);
}

function expectNone(fn, actual, args) {
  if (actual === NOTHING) return;
  let [expected, message] = args;
  if (typeof expected === 'string') {
    message = expected;
    expected = undefined;
  }
  const matches = !expected || (typeof expected === 'function' && expected.prototype !== undefined && actual instanceof expected)
    || (expected instanceof RegExp && expected.exec(String(actual)) !== null)
    || (typeof expected === 'function' && !Object.prototype.isPrototypeOf.call(Error, expected) && expected !== Error
      && Reflect.apply(expected, {}, [actual]) === true);
  if (!matches) throw actual;
  const kind = fn.name === 'doesNotReject' ? 'rejection' : 'exception';
  raise({
    actual, expected, operator: fn.name, stackStartFn: fn,
    message: `Got unwanted ${kind}${message ? `: ${message}` : '.'}\nActual message: "${actual?.message}"`,
  });
}

function throws(fn, ...args) { expectError(throws, caught(fn), args); }
async function rejects(promiseFn, ...args) { expectError(rejects, await caughtLater(promiseFn), args); }
function doesNotThrow(fn, ...args) { expectNone(doesNotThrow, caught(fn), args); }
async function doesNotReject(fn, ...args) { expectNone(doesNotReject, await caughtLater(fn), args); }

function ifError(error) {
  if (error === null || error === undefined) return;
  let text = 'ifError got unwanted exception: ';
  if (typeof error === 'object' && typeof error.message === 'string') {
    text += error.message.length === 0 && error.constructor ? error.constructor.name : error.message;
  } else text += inspect(error);
  const problem = new AssertionError({
    actual: error, expected: null, operator: 'ifError', message: text, stackStartFn: ifError,
  });
  problem.generatedMessage = false;
  throw problem;
}

function matching(fn, string, regexp, message, wanted) {
  if (!(regexp instanceof RegExp)) throw invalidArgType('regexp', 'RegExp', regexp);
  const isText = typeof string === 'string';
  if (isText && (regexp.exec(string) !== null) === wanted) return;
  if (message instanceof Error) throw message;
  const generated = !message;
  message ||= !isText ? `The "string" argument must be of type string.${describe(string)}`
    : `${wanted ? 'The input did not match the regular expression ' : 'The input was expected to not match the regular expression '}`
      + `${inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
  const error = new AssertionError({ actual: string, expected: regexp, message, operator: fn.name, stackStartFn: fn });
  error.generatedMessage = generated;
  throw error;
}

function match(string, regexp, message) { matching(match, string, regexp, message, true); }
function doesNotMatch(string, regexp, message) { matching(doesNotMatch, string, regexp, message, false); }

Object.assign(assert, {
  fail,
  AssertionError,
  ok,
  equal: compare('equal', '==', looseSame),
  notEqual: compare('notEqual', '!=', (a, b) => !looseSame(a, b)),
  deepEqual: compare('deepEqual', 'deepEqual', isDeepEqual),
  notDeepEqual: compare('notDeepEqual', 'notDeepEqual', (a, b) => !isDeepEqual(a, b)),
  deepStrictEqual: compare('deepStrictEqual', 'deepStrictEqual', isDeepStrictEqual),
  notDeepStrictEqual: compare('notDeepStrictEqual', 'notDeepStrictEqual', (a, b) => !isDeepStrictEqual(a, b)),
  strictEqual: compare('strictEqual', 'strictEqual', Object.is),
  notStrictEqual: compare('notStrictEqual', 'notStrictEqual', (a, b) => !Object.is(a, b)),
  throws,
  rejects,
  doesNotThrow,
  doesNotReject,
  ifError,
  match,
  doesNotMatch,
});

function strict(...args) { checkTruth(strict, args); }
assert.strict = Object.assign(strict, assert, {
  equal: assert.strictEqual,
  deepEqual: assert.deepStrictEqual,
  notEqual: assert.notStrictEqual,
  notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;

module.exports = assert;
