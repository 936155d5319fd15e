'use strict';
// Reading and writing numbers in buffers: names, ranges and errors as Node has them.

const { make, invalidArgType, outOfRange, checkInteger } = require('internal/errors');

function checkOffset(buffer, offset, size) {
  if (typeof offset !== 'number') throw invalidArgType('offset', 'number', offset);
  if (Number.isInteger(offset) && offset >= 0 && offset + size <= buffer.length) return;
  if (!Number.isInteger(offset)) throw outOfRange('offset', 'an integer', offset);
  if (buffer.length - size < 0) {
    throw make(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds');
  }
  throw outOfRange('offset', `>= 0 and <= ${buffer.length - size}`, offset);
}

function checkValue(value, min, max, size) {
  if (value >= min && value <= max) return;
  const n = typeof min === 'bigint' ? 'n' : '';
  const bits = size * 8;
  let range;
  if (size > 4) {
    range = Number(min) === 0 ? `>= 0${n} and < 2${n} ** ${bits}${n}`
      : `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`;
  } else {
    range = `>= ${min} and <= ${max}`;
  }
  throw outOfRange('value', range, value);
}

function checkByteLength(byteLength) {
  if (byteLength === undefined || typeof byteLength !== 'number') {
    throw invalidArgType('byteLength', 'number', byteLength);
  }
  checkInteger(byteLength, 'byteLength');
  if (byteLength < 1 || byteLength > 6) throw outOfRange('byteLength', '>= 1 and <= 6', byteLength);
}

function readUnsigned(buffer, offset, size, little) {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + buffer[offset + (little ? size - 1 - i : i)];
  return value;
}

function readSigned(buffer, offset, size, little) {
  const value = readUnsigned(buffer, offset, size, little);
  return value >= 2 ** (8 * size - 1) ? value - 2 ** (8 * size) : value;
}

function writeBytes(buffer, value, offset, size, little) {
  let rest = value < 0 ? value + 2 ** (8 * size) : value;
  for (let i = 0; i < size; i++) {
    buffer[offset + (little ? i : size - 1 - i)] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return offset + size;
}

const scratch = new DataView(new ArrayBuffer(8));
const numbers = {};

for (const little of [true, false]) {
  const end = little ? 'LE' : 'BE';
  for (const signed of [false, true]) {
    const kind = signed ? 'Int' : 'UInt';
    const limits = (size) => (signed ? [-(2 ** (8 * size - 1)), 2 ** (8 * size - 1) - 1] : [0, 2 ** (8 * size) - 1]);
    const read = signed ? readSigned : readUnsigned;
    for (const size of [1, 2, 4]) {
      if (size === 1 && !little) continue;
      const name = `${kind}${8 * size}${size === 1 ? '' : end}`;
      const [min, max] = limits(size);
      numbers[`read${name}`] = function (offset = 0) {
        checkOffset(this, offset, size);
        return read(this, offset, size, little);
      };
      numbers[`write${name}`] = function (value, offset = 0) {
        value = +value;
        if (size > 1 || typeof offset === 'number') checkValue(value, min, max, size);
        checkOffset(this, offset, size);
        return writeBytes(this, Math.trunc(value) || 0, offset, size, little);
      };
    }
    numbers[`read${kind}${end}`] = function (offset, byteLength) {
      if (offset === undefined) throw invalidArgType('offset', 'number', offset);
      checkByteLength(byteLength);
      checkOffset(this, offset, byteLength);
      return read(this, offset, byteLength, little);
    };
    numbers[`write${kind}${end}`] = function (value, offset, byteLength) {
      checkByteLength(byteLength);
      value = +value;
      checkValue(value, ...limits(byteLength), byteLength);
      checkOffset(this, offset, byteLength);
      return writeBytes(this, Math.trunc(value) || 0, offset, byteLength, little);
    };
    const big = `Big${kind}64${end}`;
    numbers[`read${big}`] = function (offset = 0) {
      checkOffset(this, offset, 8);
      for (let i = 0; i < 8; i++) scratch.setUint8(i, this[offset + i]);
      return signed ? scratch.getBigInt64(0, little) : scratch.getBigUint64(0, little);
    };
    const bigLimits = signed ? [-(2n ** 63n), 2n ** 63n - 1n] : [0n, 2n ** 64n - 1n];
    numbers[`write${big}`] = function (value, offset = 0) {
      if (typeof value !== 'bigint') throw new TypeError(`Cannot mix BigInt and other types, use explicit conversions`);
      checkValue(value, ...bigLimits, 8);
      checkOffset(this, offset, 8);
      scratch.setBigInt64(0, value, little);
      for (let i = 0; i < 8; i++) this[offset + i] = scratch.getUint8(i);
      return offset + 8;
    };
  }
  for (const [kind, size] of [['Float', 4], ['Double', 8]]) {
    const type = `Float${8 * size}`;
    numbers[`read${kind}${end}`] = function (offset = 0) {
      checkOffset(this, offset, size);
      for (let i = 0; i < size; i++) scratch.setUint8(i, this[offset + i]);
      return scratch[`get${type}`](0, little);
    };
    numbers[`write${kind}${end}`] = function (value, offset = 0) {
      checkOffset(this, offset, size);
      scratch[`set${type}`](0, +value, little);
      for (let i = 0; i < size; i++) this[offset + i] = scratch.getUint8(i);
      return offset + size;
    };
  }
}

for (const name of Object.keys(numbers)) {
  Object.defineProperty(numbers[name], 'name', { value: name });
  // Node knows each name with "Uint", too.
  if (name.includes('UInt')) numbers[name.replace('UInt', 'Uint')] = numbers[name];
}

module.exports = numbers;
