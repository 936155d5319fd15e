'use strict';
// Buffers: Uint8Arrays with texts, numbers and comparisons, after the documentation of Node's module
// `buffer`. There is no pool: every buffer has bytes of its own.

const {
  make, invalidArgType, invalidArgValue, outOfRange, checkInteger, checkNumber,
} = require('internal/errors');
const { encodingName, nativeName } = require('internal/encodings');

const kMaxLength = 2 ** 32;
const kStringMaxLength = 2 ** 29 - 24;
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

function encodingOf(encoding) {
  const name = encodingName(encoding);
  if (name === undefined) throw make(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
  return name;
}

function bytesOf(text, encoding) {
  return new FastBuffer(native.encode(text, nativeName(encoding)));
}

// The class that buffers really are of; `Buffer` is a function, so that it can be called without new.
class FastBuffer extends Uint8Array {}

function Buffer(value, encodingOrOffset, length) {
  if (typeof value === 'number') {
    if (typeof encodingOrOffset === 'string') throw invalidArgType('string', 'string', value);
    return Buffer.alloc(value);
  }
  return Buffer.from(value, encodingOrOffset, length);
}
Object.setPrototypeOf(Buffer, Uint8Array);
Object.defineProperty(Buffer, Symbol.species, { get() { return FastBuffer; }, configurable: true });
Buffer.prototype = FastBuffer.prototype;
Object.defineProperty(FastBuffer.prototype, 'constructor', { value: Buffer, writable: true, configurable: true });

Buffer.poolSize = 8192;

function isAnyArrayBuffer(value) {
  return value instanceof ArrayBuffer
    || (typeof SharedArrayBuffer === 'function' && value instanceof SharedArrayBuffer);
}

Buffer.from = function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (isAnyArrayBuffer(value)) {
      let offset = encodingOrOffset === undefined ? 0 : +encodingOrOffset;
      if (Number.isNaN(offset)) offset = 0;
      const max = value.byteLength - offset;
      if (max < 0) throw make(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds');
      let size = max;
      if (length !== undefined) {
        size = +length;
        if (!(size > 0)) size = 0;
        else if (size > max) {
          throw make(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"length" is outside of buffer bounds');
        }
      }
      return new FastBuffer(value, offset, size);
    }
    const primitive = value.valueOf?.();
    if (primitive != null && primitive !== value
      && (typeof primitive === 'string' || typeof primitive === 'object')) {
      return Buffer.from(primitive, encodingOrOffset, length);
    }
    const list = fromObject(value);
    if (list !== undefined) return list;
    if (typeof value[Symbol.toPrimitive] === 'function') {
      const text = value[Symbol.toPrimitive]('string');
      if (typeof text === 'string') return fromString(text, encodingOrOffset);
    }
  }
  throw invalidArgType('first argument', ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'], value);
};

function fromString(text, encoding) {
  const name = typeof encoding !== 'string' || encoding.length === 0 ? 'utf8' : encodingOf(encoding);
  return bytesOf(text, name);
}

function fromObject(value) {
  if (value.length !== undefined || isAnyArrayBuffer(value.buffer)) {
    return typeof value.length !== 'number' ? new FastBuffer() : fromArrayLike(value);
  }
  return value.type === 'Buffer' && Array.isArray(value.data) ? fromArrayLike(value.data) : undefined;
}

function fromArrayLike(list) {
  if (list.length <= 0) return new FastBuffer();
  const buffer = new FastBuffer(list.length);
  for (let i = 0; i < list.length; i++) buffer[i] = list[i];
  return buffer;
}

Buffer.copyBytesFrom = function copyBytesFrom(view, offset, length) {
  if (!ArrayBuffer.isView(view) || view instanceof DataView) throw invalidArgType('view', ['TypedArray'], view);
  if (offset !== undefined) checkInteger(offset, 'offset', 0);
  if (length !== undefined) checkInteger(length, 'length', 0);
  const part = view.slice(offset ?? 0, length === undefined ? undefined : (offset ?? 0) + length);
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength);
};

Buffer.of = function of(...items) {
  return fromArrayLike(items);
};

function checkSize(size) {
  checkNumber(size, 'size', 0, kMaxLength);
}

Buffer.alloc = function alloc(size, fill, encoding) {
  checkSize(size);
  const buffer = new FastBuffer(size);
  return fill !== undefined && fill !== 0 && size > 0 ? buffer.fill(fill, encoding) : buffer;
};

Buffer.allocUnsafe = function allocUnsafe(size) {
  checkSize(size);
  return new FastBuffer(size);
};

Buffer.allocUnsafeSlow = function allocUnsafeSlow(size) {
  checkSize(size);
  return new FastBuffer(size);
};

Buffer.isBuffer = function isBuffer(value) { return value instanceof Buffer; };

Buffer.isEncoding = function isEncoding(encoding) {
  return typeof encoding === 'string' && encoding.length !== 0 && encodingName(encoding) !== undefined;
};

Buffer.byteLength = function byteLength(value, encoding) {
  if (typeof value !== 'string') {
    if (ArrayBuffer.isView(value) || isAnyArrayBuffer(value)) return value.byteLength;
    throw invalidArgType('string', ['string', 'Buffer', 'ArrayBuffer'], value);
  }
  switch (encoding ? encodingName(encoding) : 'utf8') {
    case 'utf16le': return value.length * 2;
    case 'latin1': case 'ascii': return value.length;
    case 'hex': return value.length >>> 1;
    case 'base64': case 'base64url': {
      let length = value.length;
      if (length > 0 && value.charAt(length - 1) === '=') length--;
      if (length > 1 && value.charAt(length - 1) === '=') length--;
      return (length * 3) >>> 2;
    }
    default: return native.utf8Length(value);
  }
};

Buffer.concat = function concat(list, length) {
  if (!Array.isArray(list)) throw invalidArgType('list', 'Array', list);
  if (list.length === 0) return new FastBuffer();
  if (length === undefined) length = list.reduce((sum, each) => sum + (each.length || 0), 0);
  else checkInteger(length, 'length', 0);
  const result = new FastBuffer(length);
  let at = 0;
  list.forEach((each, i) => {
    if (!(each instanceof Uint8Array)) throw invalidArgType(`list[${i}]`, ['Buffer', 'Uint8Array'], each);
    const part = at + each.length > length ? each.subarray(0, Math.max(0, length - at)) : each;
    result.set(part, at);
    at += part.length;
  });
  return result;
};

function order(a, b) {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return Math.sign(a.length - b.length);
}

Buffer.compare = function compare(a, b) {
  if (!(a instanceof Uint8Array)) throw invalidArgType('buf1', ['Buffer', 'Uint8Array'], a);
  if (!(b instanceof Uint8Array)) throw invalidArgType('buf2', ['Buffer', 'Uint8Array'], b);
  return a === b ? 0 : order(a, b);
};

// What a buffer can do beside a Uint8Array.
const methods = {
  equals(other) {
    if (!(other instanceof Uint8Array)) throw invalidArgType('otherBuffer', ['Buffer', 'Uint8Array'], other);
    return this === other || (this.byteLength === other.byteLength && order(this, other) === 0);
  },

  compare(target, targetStart = 0, targetEnd = target?.length, sourceStart = 0, sourceEnd = this.length) {
    if (!(target instanceof Uint8Array)) throw invalidArgType('target', ['Buffer', 'Uint8Array'], target);
    checkInteger(targetStart, 'targetStart', 0);
    checkInteger(targetEnd, 'targetEnd', 0, target.length);
    checkInteger(sourceStart, 'sourceStart', 0);
    checkInteger(sourceEnd, 'sourceEnd', 0, this.length);
    if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
    if (targetStart >= targetEnd) return 1;
    return order(this.subarray(sourceStart, sourceEnd), target.subarray(targetStart, targetEnd));
  },

  toString(encoding, start, end) {
    const length = this.length;
    if (!(start > 0)) start = 0;
    else if (start >= length) return '';
    else start = Math.trunc(start);
    if (end === undefined || end > length) end = length;
    else end = Math.trunc(end) || 0;
    if (end <= start) return '';
    return native.decode(this, start, end, encoding === undefined ? 'utf8' : encodingOf(encoding));
  },

  toJSON() {
    return { type: 'Buffer', data: Array.from(this) };
  },

  toLocaleString(...args) { return this.toString(...args); },

  slice(start, end) { return this.subarray(start, end); },

  subarray(start, end) {
    const length = this.length;
    const from = relative(start, 0, length);
    const to = end === undefined ? length : relative(end, length, length);
    return new FastBuffer(this.buffer, this.byteOffset + from, Math.max(0, to - from));
  },

  write(text, offset, length, encoding) {
    if (typeof text !== 'string') throw make(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a string');
    if (offset === undefined) return put(this, text, 0, this.length, 'utf8');
    if (length === undefined && typeof offset === 'string') {
      return put(this, text, 0, this.length, encodingOf(offset));
    }
    checkInteger(offset, 'offset', 0, this.length);
    const rest = this.length - offset;
    if (length === undefined) length = rest;
    else if (typeof length === 'string') {
      encoding = length;
      length = rest;
    } else {
      checkInteger(length, 'length', 0, this.length);
      length = Math.min(length, rest);
    }
    return put(this, text, offset, length, encoding ? encodingOf(encoding) : 'utf8');
  },

  copy(target, targetStart = 0, start = 0, end = this.length) {
    if (!ArrayBuffer.isView(target)) throw invalidArgType('target', ['Buffer', 'Uint8Array'], target);
    targetStart = Math.trunc(targetStart) || 0;
    start = Math.trunc(start) || 0;
    end = Math.trunc(end) || 0;
    if (targetStart < 0) throw outOfRange('targetStart', '>= 0', targetStart);
    if (start < 0 || start > this.length) throw outOfRange('sourceStart', `>= 0 && <= ${this.length}`, start);
    if (end < 0) throw outOfRange('sourceEnd', '>= 0', end);
    if (targetStart >= target.length || start >= end) return 0;
    const count = Math.min(end - start, target.length - targetStart, this.length - start);
    target.set(Uint8Array.prototype.subarray.call(this, start, start + count), targetStart);
    return count;
  },

  fill(value, offset, end, encoding) {
    if (typeof offset === 'string') {
      encoding = offset;
      offset = undefined;
      end = undefined;
    } else if (typeof end === 'string') {
      encoding = end;
      end = undefined;
    }
    if (offset === undefined) {
      offset = 0;
      end = this.length;
    } else {
      checkNumber(offset, 'offset', 0);
      if (end === undefined) end = this.length;
      else checkNumber(end, 'end', 0, this.length);
      if (offset >= end) return this;
    }
    let pattern;
    if (typeof value === 'string') {
      if (encoding !== undefined && typeof encoding !== 'string') throw invalidArgType('encoding', 'string', encoding);
      const name = encoding === undefined ? 'utf8' : encodingOf(encoding);
      if (value.length === 0) pattern = [0];
      else {
        pattern = bytesOf(value, name);
        if (pattern.length === 0) throw invalidArgValue('value', value);
      }
    } else if (value instanceof Uint8Array) {
      pattern = value;
      if (pattern.length === 0) throw invalidArgValue('value', value);
    } else {
      Uint8Array.prototype.fill.call(this, typeof value === 'boolean' ? +value : value & 255, offset, end);
      return this;
    }
    for (let i = offset; i < end; i++) this[i] = pattern[(i - offset) % pattern.length];
    return this;
  },

  indexOf(value, offset, encoding) { return search(this, value, offset, encoding, true); },
  lastIndexOf(value, offset, encoding) { return search(this, value, offset, encoding, false); },
  includes(value, offset, encoding) { return search(this, value, offset, encoding, true) !== -1; },

  swap16() { return swap(this, 2); },
  swap32() { return swap(this, 4); },
  swap64() { return swap(this, 8); },

  inspect(depth, options) { return methods[inspectCustom].call(this, depth, options); },

  [inspectCustom](depth, options) {
    const shown = Array.from(Uint8Array.prototype.subarray.call(this, 0, 50), (byte) => byte.toString(16).padStart(2, '0'));
    const more = this.length - 50;
    let text = shown.join(' ');
    if (more > 0) text += ` ... ${more} more byte${more > 1 ? 's' : ''}`;
    const extras = {};
    let any = false;
    for (const key of Object.keys(this)) {
      if (!/^\d+$/.test(key)) {
        extras[key] = this[key];
        any = true;
      }
    }
    if (any) {
      if (this.length !== 0) text += ', ';
      text += native.inspect(extras, { ...options, breakLength: Infinity, compact: true }).slice(2, -2);
    }
    const name = this.constructor?.name ?? 'Buffer';
    return `<${name === 'FastBuffer' ? 'Buffer' : name} ${text}>`;
  },
};

function relative(value, absent, length) {
  let at = +value;
  if (value === undefined) return absent;
  if (Number.isNaN(at)) return 0;
  at = Math.trunc(at);
  if (at < 0) return Math.max(0, at + length);
  return Math.min(at, length);
}

function put(buffer, text, offset, length, encoding) {
  const bytes = native.encode(text, nativeName(encoding));
  let count = Math.min(bytes.byteLength, length);
  const view = new Uint8Array(bytes);
  if (count < view.length) {
    // Characters are written whole or not at all.
    if (encoding === 'utf16le') count &= ~1;
    else if (encoding === 'utf8') while (count > 0 && (view[count] & 0xc0) === 0x80) count--;
  }
  buffer.set(view.subarray(0, count), offset);
  return count;
}

function swap(buffer, size) {
  if (buffer.length % size !== 0) {
    throw make(RangeError, 'ERR_INVALID_BUFFER_SIZE', `Buffer size must be a multiple of ${size * 8}-bits`);
  }
  for (let i = 0; i < buffer.length; i += size) {
    Uint8Array.prototype.reverse.call(Uint8Array.prototype.subarray.call(buffer, i, i + size));
  }
  return buffer;
}

function search(buffer, value, offset, encoding, forward) {
  if (typeof offset === 'string') {
    encoding = offset;
    offset = undefined;
  } else if (offset > 0x7fffffff) offset = 0x7fffffff;
  else if (offset < -0x80000000) offset = -0x80000000;
  offset = +offset;
  if (Number.isNaN(offset)) offset = forward ? 0 : buffer.length || buffer.byteLength;
  offset = Math.trunc(offset);
  let step = 1;
  let needle;
  if (typeof value === 'number') {
    needle = [value & 255];
  } else if (typeof value === 'string') {
    const name = encoding === undefined ? 'utf8' : encodingOf(encoding);
    if (name === 'utf16le') step = 2;
    needle = bytesOf(value, name);
  } else if (value instanceof Uint8Array) {
    needle = value;
    if (encoding !== undefined && encodingOf(encoding) === 'utf16le') step = 2;
  } else {
    throw invalidArgType('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
  }
  const { length } = buffer;
  let at = offset < 0 ? offset + length : offset;
  if (needle.length === 0) return Math.min(Math.max(at, 0), length);
  if (at < 0) {
    if (!forward) return -1;
    at = 0;
  }
  if (at > length - needle.length) {
    if (forward) return -1;
    at = length - needle.length;
  }
  for (; forward ? at + needle.length <= length : at >= 0; at += forward ? 1 : -1) {
    if (step === 2 && at % 2 !== 0) continue;
    let i = 0;
    while (i < needle.length && buffer[at + i] === needle[i]) i++;
    if (i === needle.length) return at;
  }
  return -1;
}

function define(object, properties) {
  for (const key of Reflect.ownKeys(properties)) {
    const descriptor = Object.getOwnPropertyDescriptor(properties, key);
    Object.defineProperty(object, key, { ...descriptor, enumerable: true });
  }
}

define(FastBuffer.prototype, methods);
define(FastBuffer.prototype, require('internal/buffer-numbers'));
for (const name of ['ascii', 'base64', 'base64url', 'latin1', 'hex', 'ucs2', 'utf8']) {
  FastBuffer.prototype[`${name}Slice`] = function slice(start, end) { return this.toString(name, start, end); };
  FastBuffer.prototype[`${name}Write`] = function write(text, offset = 0, length = this.length - offset) {
    return put(this, text, offset, Math.min(length, this.length - offset), encodingName(name));
  };
}
define(FastBuffer.prototype, {
  get parent() { return this instanceof Buffer ? this.buffer : undefined; },
  get offset() { return this instanceof Buffer ? this.byteOffset : undefined; },
});

// ---- base64 as browsers have it

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

function btoa(input) {
  if (arguments.length === 0) throw make(TypeError, 'ERR_MISSING_ARGS', 'The "input" argument must be specified');
  const text = `${input}`;
  // eslint-disable-next-line no-control-regex
  if (/[^\u0000-\u00ff]/.test(text)) throw new DOMException('Invalid character', 'InvalidCharacterError');
  return Buffer.from(text, 'latin1').toString('base64');
}

function atob(input) {
  if (arguments.length === 0) throw make(TypeError, 'ERR_MISSING_ARGS', 'The "input" argument must be specified');
  const text = `${input}`.replace(/[\t\n\f\r ]/g, '');
  if (!BASE64.test(text)) {
    const tooShort = text.length % 4 === 1 && /^[A-Za-z0-9+/]*$/.test(text);
    throw new DOMException(tooShort ? 'The string to be decoded is not correctly encoded.' : 'Invalid character',
      'InvalidCharacterError');
  }
  return Buffer.from(text, 'base64').toString('latin1');
}

function SlowBuffer(length) {
  checkSize(length);
  return new FastBuffer(length);
}
SlowBuffer.prototype = Buffer.prototype;

module.exports = {
  Buffer,
  SlowBuffer,
  transcode(source, from, to) {
    if (!(source instanceof Uint8Array)) throw invalidArgType('source', ['Buffer', 'Uint8Array'], source);
    const text = Buffer.from(source).toString(from);
    const name = encodingOf(to);
    return Buffer.from(name === 'ascii' || name === 'latin1'
      ? text.replace(name === 'ascii' ? /[^\x00-\x7f]/gu : /[^\x00-\xff]/gu, '?') : text, name);
  },
  isUtf8: (bytes) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  },
  isAscii: (bytes) => new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset, bytes.byteLength).every((byte) => byte < 128),
  kMaxLength,
  kStringMaxLength,
  btoa,
  atob,
  constants: { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: kStringMaxLength },
  INSPECT_MAX_BYTES: 50,
};
