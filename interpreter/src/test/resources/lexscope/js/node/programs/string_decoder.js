'use strict';
const { StringDecoder } = require('string_decoder');
let n = 0;
const texts = ['héllo €uro 𝒳 日本', 'abc', '𝒳𝒳', '\u07ff\u0800\uffff'];
for (const encoding of ['utf8', 'utf16le', 'base64', 'base64url', 'hex', 'latin1', 'ascii']) {
  for (const text of texts) {
    for (const size of [1, 2, 3, 5]) {
      const bytes = Buffer.from(text, encoding === 'utf16le' ? 'utf16le' : 'utf8');
      const decoder = new StringDecoder(encoding);
      const parts = [];
      for (let i = 0; i < bytes.length; i += size) parts.push(decoder.write(bytes.subarray(i, i + size)));
      parts.push(decoder.end());
      console.log(++n, encoding, size, JSON.stringify(parts));
    }
  }
}
for (const bytes of [[0xff], [0xe2], [0xe2, 0x82], [0xe2, 0x82, 0x41], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xe0, 0x80], [0xf4, 0x90], [0x80, 0x80]]) {
  const decoder = new StringDecoder('utf8');
  console.log(++n, bytes, JSON.stringify([decoder.write(Buffer.from(bytes)), decoder.end(), decoder.end()]));
}
for (const encoding of [undefined, null, '', 'UTF8', 'ucs2', 'binary', 'nope', 5]) {
  try {
    console.log(++n, encoding, new StringDecoder(encoding).encoding);
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}
console.log(new StringDecoder('utf8').write('text'));
