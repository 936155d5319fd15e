'use strict';
// Percent-encoding, URL standard section 1.3.

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const set = (characters, base = () => false) => {
  const members = new Set(characters);
  return (c, code) => members.has(c) || base(c, code);
};
const control = (c, code) => code < 0x20 || code > 0x7e;
const fragment = set(' "<>`', control);
const query = set(' "#<>', control);
const specialQuery = set("'", query);
const path = set('?^`{}', query);
const userinfo = set('/:;=@[\\]|', path);
const component = set('$%&+,', userinfo);
const form = set("!'()~", component);

// Whether a code point must be encoded, by part of the URL. `^` is encoded in user names, not in paths.
const SETS = { control, fragment, query, specialQuery, path: set('?`{}', query), userinfo, component, form };

function percentEncode(text, isIn) {
  let result = '';
  for (const c of text) {
    const code = c.codePointAt(0);
    if (!isIn(c, code)) result += c;
    else for (const byte of encoder.encode(c)) result += `%${byte < 16 ? '0' : ''}${byte.toString(16).toUpperCase()}`;
  }
  return result;
}

function percentDecode(text) {
  const bytes = encoder.encode(text);
  const out = [];
  for (let i = 0; i < bytes.length; i++) {
    const hex = bytes[i] === 0x25 ? String.fromCharCode(bytes[i + 1], bytes[i + 2]) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
      out.push(parseInt(hex, 16));
      i += 2;
    } else out.push(bytes[i]);
  }
  return new Uint8Array(out);
}

module.exports = {
  percentEncode,
  percentDecode,
  SETS,
  utf8: { encode: (text) => encoder.encode(text), decode: (bytes) => decoder.decode(bytes) },
};
