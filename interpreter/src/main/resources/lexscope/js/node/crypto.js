'use strict';
// The part of Node's `crypto` that is computing alone: digests, and random numbers, which are the same
// in every run.

const {
  make, invalidArgType, outOfRange, checkString, checkFunction,
} = require('internal/errors');
const { Buffer } = require('buffer');

const { crypto: webcrypto } = globalThis;
const HASHES = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-256'];

function bytesOf(data, encoding, name) {
  if (typeof data === 'string') return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding);
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (data instanceof ArrayBuffer && name === 'key') return Buffer.from(data);
  throw invalidArgType(name, name === 'key' ? ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'string', 'KeyObject', 'CryptoKey']
    : ['string', 'Buffer', 'TypedArray', 'DataView'], data);
}

const output = (bytes, encoding) => (encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes);

class Digest {
  #parts = [];
  #finish;
  #done = false;

  constructor(finish) { this.#finish = finish; }

  update(data, encoding) {
    if (this.#done) throw make(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
    this.#parts.push(Buffer.from(bytesOf(data, encoding, 'data')));
    return this;
  }

  digest(encoding) {
    if (this.#done) throw make(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
    this.#done = true;
    return output(Buffer.from(this.#finish(Buffer.concat(this.#parts))), encoding);
  }

  get parts() { return this.#parts; }
}

class Hash extends Digest {
  #algorithm;

  constructor(algorithm) {
    super((data) => native.digest(algorithm, data));
    this.#algorithm = algorithm;
  }

  copy() {
    const copy = new Hash(this.#algorithm);
    copy.parts.push(...this.parts);
    return copy;
  }
}

class Hmac extends Digest {}

function checkAlgorithm(algorithm, message) {
  if (native.digest(algorithm, new Uint8Array()) === null) throw new Error(message);
}

function createHash(algorithm) {
  checkString(algorithm, 'algorithm');
  checkAlgorithm(algorithm, 'Digest method not supported');
  return new Hash(algorithm);
}

function createHmac(algorithm, key) {
  checkString(algorithm, 'hmac');
  const secret = bytesOf(key, 'utf8', 'key');
  if (native.digest(algorithm, new Uint8Array()) === null) {
    throw make(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${algorithm}`);
  }
  return new Hmac((data) => native.hmac(algorithm, secret, data));
}

function later(callback, ...args) {
  setImmediate(() => callback(...args));
}

function randomFillSync(buffer, offset = 0, size = buffer.byteLength - offset) {
  const view = ArrayBuffer.isView(buffer) ? buffer : new Uint8Array(buffer);
  if (!ArrayBuffer.isView(buffer) && !(buffer instanceof ArrayBuffer)) {
    throw invalidArgType('buf', ['ArrayBuffer', 'ArrayBufferView'], buffer);
  }
  const unit = view.BYTES_PER_ELEMENT ?? 1;
  webcrypto.getRandomValues(new Uint8Array(view.buffer, view.byteOffset + offset * unit,
    Math.min(size * unit, view.byteLength - offset * unit)));
  return buffer;
}

function randomBytes(size, callback) {
  if (typeof size !== 'number') throw invalidArgType('size', 'number', size);
  if (!(size >= 0 && size <= 2 ** 31 - 1)) throw outOfRange('size', '>= 0 && <= 2147483647', size);
  const buffer = randomFillSync(Buffer.alloc(size));
  if (callback === undefined) return buffer;
  checkFunction(callback, 'callback');
  later(callback, null, buffer);
  return undefined;
}

function randomInt(min, max, callback) {
  if (max === undefined || typeof max === 'function') {
    callback = max;
    max = min;
    min = 0;
  }
  if (!Number.isSafeInteger(min)) throw invalidArgType('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) throw invalidArgType('max', 'a safe integer', max);
  if (max <= min) throw outOfRange('max', `greater than the value of "min" (${min})`, max);
  const bytes = randomBytes(6);
  const value = min + (bytes.readUIntBE(0, 6) % (max - min));
  if (callback === undefined) return value;
  later(callback, undefined, value);
  return undefined;
}

function timingSafeEqual(a, b) {
  for (const [value, name] of [[a, 'buf1'], [b, 'buf2']]) {
    if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) {
      throw make(TypeError, 'ERR_INVALID_ARG_TYPE',
        `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`);
    }
  }
  if (a.byteLength !== b.byteLength) {
    throw make(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', 'Input buffers must have the same byte length');
  }
  const bytes = (value) => new Uint8Array(value.buffer ?? value, value.byteOffset ?? 0, value.byteLength);
  const left = bytes(a);
  const right = bytes(b);
  return left.every((byte, i) => byte === right[i]);
}

module.exports = {
  createHash,
  createHmac,
  getHashes: () => [...HASHES],
  getRandomValues: (array) => webcrypto.getRandomValues(array),
  hash(algorithm, data, encoding = 'hex') {
    return createHash(algorithm).update(data).digest(encoding);
  },
  randomBytes,
  randomFill(buffer, ...rest) {
    const callback = rest.pop();
    checkFunction(callback, 'callback');
    randomFillSync(buffer, ...rest);
    later(callback, null, buffer);
  },
  randomFillSync,
  randomInt,
  randomUUID: () => webcrypto.randomUUID(),
  timingSafeEqual,
  webcrypto,
  Hash,
  Hmac,
};
