'use strict';
// Query strings, after the documentation of Node's module `querystring`.

const { make } = require('internal/errors');

function escape(text) {
  if (typeof text !== 'string') text = typeof text === 'object' ? String(text) : `${text}`;
  try {
    return encodeURIComponent(text);
  } catch {
    throw make(URIError, 'ERR_INVALID_URI', 'URI malformed');
  }
}

function primitive(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : '';
  if (typeof value === 'bigint' || typeof value === 'boolean') return `${value}`;
  return '';
}

function stringify(object, sep, eq, options) {
  sep ||= '&';
  eq ||= '=';
  const encode = typeof options?.encodeURIComponent === 'function' ? options.encodeURIComponent
    : module.exports.escape;
  if (object === null || typeof object !== 'object') return '';
  const parts = [];
  for (const key of Object.keys(object)) {
    const name = encode(primitive(key));
    const values = Array.isArray(object[key]) ? object[key] : [object[key]];
    for (const value of values) parts.push(`${name}${eq}${encode(primitive(value))}`);
  }
  return parts.join(sep);
}

function unescapeBuffer(text) {
  const { Buffer } = require('buffer');
  const bytes = [];
  for (let i = 0; i < text.length; i++) {
    const hex = text.slice(i + 1, i + 3);
    if (text[i] === '%' && /^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(parseInt(hex, 16));
      i += 2;
    } else bytes.push(text.charCodeAt(i) & 0xff);
  }
  return Buffer.from(bytes);
}

function unescape(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return unescapeBuffer(text).toString();
  }
}

function parse(text, sep, eq, options) {
  const result = Object.create(null);
  if (typeof text !== 'string' || text.length === 0) return result;
  sep = sep ? `${sep}` : '&';
  eq = eq ? `${eq}` : '=';
  let max = typeof options?.maxKeys === 'number' ? options.maxKeys : 1000;
  if (!(max > 0)) max = Infinity;
  const decode = typeof options?.decodeURIComponent === 'function' ? options.decodeURIComponent
    : module.exports.unescape;
  const decoded = (part) => {
    const spaced = part.replaceAll('+', ' ');
    try {
      return decode(spaced);
    } catch {
      return unescape(spaced);
    }
  };
  let count = 0;
  for (const pair of text.split(sep)) {
    if (pair === '') continue;
    if (count++ >= max) break;
    const at = pair.indexOf(eq);
    const key = decoded(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? '' : decoded(pair.slice(at + eq.length));
    if (!(key in result)) result[key] = value;
    else if (Array.isArray(result[key])) result[key].push(value);
    else result[key] = [result[key], value];
  }
  return result;
}

module.exports = {
  unescapeBuffer, unescape, escape, stringify, encode: stringify, parse, decode: parse,
};
