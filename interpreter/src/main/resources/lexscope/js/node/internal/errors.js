'use strict';
// Errors as Node makes them: a code, and the code in the first line of the stack.

const { inspect } = native;

function describe(value) {
  if (value == null) return ` Received ${value}`;
  if (typeof value === 'function') return ` Received function ${value.name}`;
  if (typeof value === 'object') {
    if (value.constructor?.name) return ` Received an instance of ${value.constructor.name}`;
    return ` Received ${inspect(value, { depth: -1 })}`;
  }
  let text = inspect(value, { colors: false });
  if (text.length > 28) text = `${text.slice(0, 25)}...`;
  return ` Received type ${typeof value} (${text})`;
}

function make(Base, code, message) {
  const error = new Base(message);
  Object.defineProperty(error, 'toString', {
    value() { return `${this.name} [${code}]: ${this.message}`; },
    writable: true, enumerable: false, configurable: true,
  });
  const name = error.name;
  error.name = `${name} [${code}]`;
  Error.captureStackTrace(error, make);
  void error.stack;
  delete error.name;
  error.code = code;
  return error;
}

function list(items, word = 'or') {
  if (items.length === 1) return items[0];
  if (items.length === 2) return `${items[0]} ${word} ${items[1]}`;
  return `${items.slice(0, -1).join(', ')}, ${word} ${items.at(-1)}`;
}

const PRIMITIVES = ['string', 'function', 'number', 'object', 'boolean', 'bigint', 'symbol'];

function expectation(expected) {
  const types = [];
  const classes = [];
  const others = [];
  for (const each of [expected].flat()) {
    if (PRIMITIVES.includes(each.toLowerCase())) types.push(each.toLowerCase());
    else if (/^([A-Z][a-z0-9]*)+$/.test(each)) classes.push(each);
    else others.push(each);
  }
  if (classes.length > 0 && types.includes('object')) {
    types.splice(types.indexOf('object'), 1);
    classes.push('Object');
  }
  const parts = [];
  if (types.length > 0) parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${list(types)}`);
  if (classes.length > 0) parts.push(`an instance of ${list(classes)}`);
  if (others.length > 0) {
    const lower = others.length > 1 ? `one of ${list(others)}` : others[0];
    parts.push(others.length === 1 && lower !== lower.toLowerCase() ? `an ${lower}` : lower);
  }
  return parts.join(' or ');
}

function invalidArgType(name, expected, actual) {
  const noun = name.endsWith(' argument') ? `The ${name}`
    : `The "${name}" ${name.includes('.') ? 'property' : 'argument'}`;
  return make(TypeError, 'ERR_INVALID_ARG_TYPE', `${noun} must be ${expectation(expected)}.${describe(actual)}`);
}

function invalidArgValue(name, value, reason = 'is invalid', Base = TypeError) {
  let text = inspect(value);
  if (text.length > 128) text = `${text.slice(0, 128)}...`;
  const noun = name.includes('.') ? 'property' : 'argument';
  return make(Base, 'ERR_INVALID_ARG_VALUE', `The ${noun} '${name}' ${reason}. Received ${text}`);
}

function grouped(text) {
  const sign = text.startsWith('-') ? '-' : '';
  return sign + text.slice(sign.length).replace(/(?<=.)(?=(.{3})+$)/g, '_');
}

function outOfRange(name, range, value) {
  let received;
  if (Number.isInteger(value) && Math.abs(value) > 2 ** 32) received = grouped(String(value));
  else if (typeof value === 'bigint') {
    received = String(value);
    if (value > 2n ** 32n || value < -(2n ** 32n)) received = grouped(received);
    received += 'n';
  } else received = inspect(value);
  return make(RangeError, 'ERR_OUT_OF_RANGE',
    `The value of "${name}" is out of range. It must be ${range}. Received ${received}`);
}

function checkString(value, name) {
  if (typeof value !== 'string') throw invalidArgType(name, 'string', value);
}

function checkFunction(value, name) {
  if (typeof value !== 'function') throw invalidArgType(name, 'Function', value);
}

function checkObject(value, name) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw invalidArgType(name, 'Object', value);
  }
}

function checkBoolean(value, name) {
  if (typeof value !== 'boolean') throw invalidArgType(name, 'boolean', value);
}

function checkInteger(value, name, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
  if (value < min || value > max) throw outOfRange(name, `>= ${min} && <= ${max}`, value);
}

function checkNumber(value, name, min, max) {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if ((min != null && value < min) || (max != null && value > max)
      || ((min != null || max != null) && Number.isNaN(value))) {
    const range = [min != null ? `>= ${min}` : '', max != null ? `<= ${max}` : ''];
    throw outOfRange(name, range.filter(Boolean).join(' && '), value);
  }
}

function checkAbortSignal(value, name) {
  if (value !== undefined && (value === null || typeof value !== 'object' || !('aborted' in value))) {
    throw invalidArgType(name, 'AbortSignal', value);
  }
}

function abortError(cause) {
  const error = new Error('The operation was aborted', cause === undefined ? undefined : { cause });
  error.name = 'AbortError';
  error.code = 'ABORT_ERR';
  return error;
}

module.exports = {
  make, describe, invalidArgType, invalidArgValue, outOfRange, abortError, list,
  checkString, checkFunction, checkObject, checkBoolean, checkInteger, checkNumber, checkAbortSignal,
};
