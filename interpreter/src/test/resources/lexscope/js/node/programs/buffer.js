'use strict';
const { Buffer, constants, transcode, isUtf8, isAscii } = require('node:buffer');

let n = 0;
function show(f) {
  let text;
  try {
    text = f();
  } catch (e) {
    text = [e.name, e.code, e.message];
  }
  console.log(++n, text);
}

const texts = ['', 'a', 'hello', 'héllo', '€uro', '𝒳y', '\ud800x', 'ÿþ', '日本語', 'aGVsbG8=', 'aGVs bG8', '68656c', '6x', 'zz', '/+-_'];
const encodings = ['utf8', 'UTF-8', 'hex', 'base64', 'base64url', 'latin1', 'binary', 'ascii', 'utf16le', 'ucs2'];
for (const text of texts) {
  for (const encoding of encodings) {
    show(() => {
      const b = Buffer.from(text, encoding);
      return [text, encoding, b, b.toString(), b.toString(encoding), Buffer.byteLength(text, encoding)];
    });
  }
}
const bytes = Buffer.from([0, 1, 2, 127, 128, 200, 250, 255, 65, 66, 0xe2, 0x82, 0xac, 0xf0, 0x9f]);
for (const encoding of encodings) {
  show(() => bytes.toString(encoding));
  show(() => bytes.toString(encoding, 3, 9));
  show(() => Buffer.alloc(7, 'abé', encoding));
  show(() => { const b = Buffer.alloc(6); return [b.write('xyzé1', 1, encoding), b]; });
}
for (const [method, value] of [['UInt8', 200], ['Int8', -5], ['UInt16LE', 40000], ['UInt16BE', 40000], ['Int16LE', -2], ['Int16BE', 300],
  ['UInt32LE', 4e9], ['UInt32BE', 4e9], ['Int32LE', -7], ['Int32BE', 1e9], ['FloatLE', 1.5], ['FloatBE', -0.1],
  ['DoubleLE', Math.PI], ['DoubleBE', 1e300], ['BigInt64LE', -3n], ['BigInt64BE', 2n ** 62n], ['BigUInt64LE', 5n], ['BigUInt64BE', 2n ** 63n]]) {
  const b = Buffer.alloc(10);
  show(() => b[`write${method}`](value, 1));
  show(() => b);
  show(() => b[`read${method}`](1));
  show(() => b[`read${method}`]());
  show(() => b[`read${method}`](10));
  show(() => b[`read${method}`](1.5));
  show(() => b[`read${method}`]('1'));
  show(() => b[`write${method}`](typeof value === 'bigint' ? 2n ** 70n : 1e40, 0));
}
for (const size of [1, 3, 5, 6]) {
  for (const kind of ['UIntLE', 'UIntBE', 'IntLE', 'IntBE']) {
    const b = Buffer.from([255, 2, 3, 4, 5, 250, 7]);
    show(() => b[`read${kind}`](0, size));
    show(() => [b[`write${kind}`](kind.startsWith('U') ? 100 : -100, 1, size), b]);
    show(() => b[`write${kind}`](2 ** 50, 0, size));
  }
}
show(() => Buffer.alloc(3).readUIntLE(0, 7));
show(() => Buffer.alloc(3).readUIntLE(0));
show(() => Buffer.alloc(2).readInt32LE(0));
for (const bad of [undefined, null, 5, true, Symbol('s'), {}, () => 1, { length: 'x' }, 5n]) {
  show(() => Buffer.from(bad));
  show(() => Buffer.alloc(bad));
  show(() => Buffer.byteLength(bad));
  show(() => Buffer.concat(bad));
}
show(() => Buffer.from({ length: 3, 0: 1, 1: 256, 2: -1 }));
show(() => Buffer.from(new String('boxed')));
show(() => Buffer.from({ type: 'Buffer', data: [1, 2] }));
show(() => Buffer.from({ [Symbol.toPrimitive]: () => 'prim' }));
show(() => Buffer.from(new Uint16Array([1, 300])));
show(() => Buffer.from(new Uint8Array([1, 2, 3]).buffer, 1, 1));
show(() => Buffer.from(new ArrayBuffer(2), 3));
show(() => Buffer.from(new ArrayBuffer(2), 0, 5));
show(() => Buffer.from('a', 'nope'));
show(() => Buffer.of(1, 2, 300));
show(() => Buffer.alloc(-1));
show(() => Buffer.alloc(5, Buffer.from([1, 2])));
show(() => Buffer.alloc(2, Buffer.alloc(0)));
show(() => Buffer.concat([Buffer.from('ab'), new Uint8Array([1])]));
show(() => Buffer.concat([Buffer.from('abc'), Buffer.from('def')], 4).toString());
show(() => Buffer.concat([Buffer.from('abc')], 5));
show(() => Buffer.concat(['x']));
show(() => Buffer.compare(Buffer.from('a'), Buffer.from('b')));
show(() => Buffer.compare('a', Buffer.from('b')));
const hay = Buffer.from('this is a buffer, is it');
for (const needle of ['is', 'a', '', 'zz', 105, Buffer.from('it'), new Uint8Array([102, 102]), 'buffer']) {
  for (const offset of [undefined, 0, 3, -4, 100, -100, NaN, 'latin1']) {
    show(() => [hay.indexOf(needle, offset), hay.lastIndexOf(needle, offset), hay.includes(needle, offset)]);
  }
}
show(() => hay.indexOf({}));
show(() => Buffer.from('abcd', 'utf16le').indexOf('c', 0, 'utf16le'));
for (const [a, b] of [[undefined, undefined], [2, 5], [-5, undefined], [-5, -2], [10, 3], [NaN, 4], ['2', '4'], [100, 200], [1.7, 4.2]]) {
  show(() => hay.slice(a, b));
  show(() => hay.subarray(a, b).toString());
  show(() => hay.toString('utf8', a, b));
}
show(() => { const b = Buffer.from('abc'); const s = b.slice(1); s[0] = 120; return b.toString(); });
show(() => { const b = Buffer.alloc(5); return [Buffer.from('hello').copy(b, 1, 2), b]; });
show(() => { const b = Buffer.alloc(5); return [Buffer.from('hello').copy(b, 9), b]; });
show(() => Buffer.from('x').copy(Buffer.alloc(1), -1));
show(() => Buffer.from('x').copy('y'));
show(() => Buffer.from('abcd').swap16().toString());
show(() => Buffer.from('abcd').swap32().toString());
show(() => Buffer.from('abc').swap16());
show(() => Buffer.from('abcdefgh').swap64().toString());
show(() => JSON.stringify(Buffer.from('hi')));
show(() => Buffer.from('abc').equals(new Uint8Array([97, 98, 99])));
show(() => Buffer.from('abc').equals('abc'));
show(() => Buffer.from('abcdef').compare(Buffer.from('cde'), 0, 3, 2, 5));
show(() => Buffer.from('abc').compare(Buffer.from('abd'), 9));
show(() => Buffer.alloc(4).fill('xy'));
show(() => Buffer.alloc(4).fill(300));
show(() => Buffer.alloc(4).fill('é', 1, 3, 'latin1'));
show(() => Buffer.alloc(4).fill('zz', 'hex'));
show(() => Buffer.alloc(4).fill(1, 5));
show(() => Buffer.alloc(4).fill(1, 0, 9));
show(() => Buffer.from('é').write('x', 5));
show(() => Buffer.alloc(3).write(5));
show(() => Buffer.alloc(3).write('éé'));
show(() => Buffer.isBuffer(Buffer.alloc(1)));
show(() => Buffer.isBuffer(new Uint8Array(1)));
for (const e of ['utf8', 'UTF8', 'Latin1', 'x', '', 5, undefined]) show(() => Buffer.isEncoding(e));
show(() => Buffer.from('abc').map((x) => x + 1));
show(() => Buffer.from('abc').filter((x) => x > 97));
show(() => [...Buffer.from('ab').entries()]);
show(() => Buffer.from('ab').constructor === Buffer && Buffer.from('ab') instanceof Uint8Array);
show(() => Object.prototype.toString.call(Buffer.alloc(1)));
show(() => ({ b: Buffer.alloc(60, 1), list: [Buffer.from('x')] }));
show(() => { const b = Buffer.from('x'); b.extra = 1; return b; });
show(() => Buffer.from('tést').readUInt8(1));
show(() => Buffer.from('tést').readUint8(1));

show(() => constants);
show(() => transcode(Buffer.from('€é'), 'utf8', 'latin1'));
show(() => transcode(Buffer.from('é'), 'utf8', 'utf16le'));
show(() => [isUtf8(Buffer.from([0xff])), isUtf8(Buffer.from('é')), isAscii(Buffer.from('é')), isAscii(Buffer.from('e'))]);
for (const s of ['', 'a', 'ab', 'abc', 'ÿ', 'é', '€']) { show(() => btoa(s)); show(() => atob(s)); }
for (const s of ['YQ==', 'YQ=', 'YQ', ' Y Q = = ', 'YWI=', '=', 'a', '!!!!', 'YWJj']) show(() => atob(s));
show(() => Buffer === globalThis.Buffer);

show(() => Buffer.from('abc').toLocaleString('hex'));
show(() => Buffer.from('abc').at(-1));
show(() => Buffer.copyBytesFrom(new Uint16Array([1, 2, 3]), 1, 1));
show(() => Buffer.from('abc').hexSlice(1));
show(() => Buffer.alloc(3).latin1Write('xé', 1));
