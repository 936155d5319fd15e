'use strict';
// Bytes to text piece by piece: what is left of a character at the end of a piece waits for the next.

const { Buffer } = require('buffer');
const { make, invalidArgType } = require('internal/errors');
const { encodingName } = require('internal/encodings');

function sizeOf(lead) {
  if ((lead & 0xe0) === 0xc0) return 2;
  if ((lead & 0xf0) === 0xe0) return 3;
  return (lead & 0xf8) === 0xf0 ? 4 : 1;
}

// How many bytes at the end of a text in UTF-8 are the beginning of a character that is not whole.
function incompleteUtf8(bytes) {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if ((byte & 0xc0) !== 0x80) return sizeOf(byte) > back ? back : 0;
  }
  return 0;
}

function isHighSurrogate(bytes) {
  return bytes.length >= 2 && (bytes[bytes.length - 1] & 0xfc) === 0xd8;
}

function incomplete(bytes, encoding) {
  switch (encoding) {
    case 'utf8': return incompleteUtf8(bytes);
    case 'utf16le': return bytes.length % 2 === 1 ? 1 : isHighSurrogate(bytes) ? 2 : 0;
    case 'base64': case 'base64url': return bytes.length % 3;
    default: return 0;
  }
}

function StringDecoder(encoding) {
  const name = encoding === undefined || encoding === null ? 'utf8' : encodingName(encoding);
  if (name === undefined) throw make(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
  this.encoding = name;
  Object.defineProperty(this, 'rest', { value: Buffer.alloc(0), writable: true, enumerable: false });
}

StringDecoder.prototype.write = function write(chunk) {
  if (typeof chunk === 'string') return chunk;
  if (!ArrayBuffer.isView(chunk)) throw invalidArgType('buf', ['Buffer', 'TypedArray', 'DataView'], chunk);
  const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (this.encoding === 'utf16le' && this.rest.length === 1 && piece.length > 0) {
    // A unit whose bytes came apart is text at once, be it half of a pair or not.
    const unit = Buffer.concat([this.rest, piece.subarray(0, 1)]).toString('utf16le');
    this.rest = Buffer.alloc(0);
    return unit + this.write(piece.subarray(1));
  }
  const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, piece]) : piece;
  const left = incomplete(bytes, this.encoding);
  this.rest = Buffer.from(bytes.subarray(bytes.length - left));
  return bytes.toString(this.encoding, 0, bytes.length - left);
};

StringDecoder.prototype.end = function end(chunk) {
  let text = '';
  if (chunk !== undefined) text = this.write(chunk);
  if (this.rest.length > 0) {
    text += this.rest.toString(this.encoding);
    this.rest = Buffer.alloc(0);
  }
  return text;
};

StringDecoder.prototype.text = function text(bytes, offset) {
  this.rest = Buffer.alloc(0);
  return this.write(bytes.slice(offset));
};

Object.defineProperties(StringDecoder.prototype, {
  lastChar: { get() { return this.rest; }, configurable: true, enumerable: true },
  lastNeed: {
    get() { return this.rest.length === 0 ? 0 : (this.encoding === 'utf8' ? sizeOf(this.rest[0]) : this.encoding === 'utf16le' ? (this.rest.length > 1 ? 4 : 2) : 3) - this.rest.length; },
    configurable: true, enumerable: true,
  },
  lastTotal: {
    get() { return this.rest.length === 0 ? 0 : this.lastNeed + this.rest.length; },
    configurable: true, enumerable: true,
  },
});

module.exports = { StringDecoder };
