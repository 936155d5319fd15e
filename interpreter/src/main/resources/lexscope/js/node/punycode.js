'use strict';
// Punycode, RFC 3492.

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;

function adapt(delta, points, first) {
  let k = 0;
  delta = first ? Math.floor(delta / DAMP) : delta >> 1;
  delta += Math.floor(delta / points);
  for (; delta > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) delta = Math.floor(delta / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}

const threshold = (k, bias) => (k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias);

const decode2 = (text) => Array.from(text, (c) => c.codePointAt(0));
const encode2 = (points) => String.fromCodePoint(...points);

function digitOf(code) {
  if (code >= 0x30 && code < 0x3a) return 26 + (code - 0x30);
  if (code >= 0x41 && code < 0x5b) return code - 0x41;
  return code >= 0x61 && code < 0x7b ? code - 0x61 : BASE;
}

const digitText = (digit) => String.fromCharCode(digit + (digit < 26 ? 97 : 22));

function decode(input) {
  const output = [];
  const basic = Math.max(0, input.lastIndexOf('-'));
  for (let i = 0; i < basic; i++) {
    if (input.charCodeAt(i) >= 0x80) throw new RangeError('Illegal input >= 0x80 (not a basic code point)');
    output.push(input.charCodeAt(i));
  }
  let n = INITIAL_N;
  let i = 0;
  let bias = INITIAL_BIAS;
  for (let at = basic > 0 ? basic + 1 : 0; at < input.length;) {
    const before = i;
    for (let w = 1, k = BASE; ; k += BASE) {
      if (at >= input.length) throw new RangeError('Invalid input');
      const digit = digitOf(input.charCodeAt(at++));
      if (digit >= BASE) throw new RangeError('Invalid input');
      i += digit * w;
      if (i > 2 ** 31 - 1) throw new RangeError('Overflow: input needs wider integers to process');
      const t = threshold(k, bias);
      if (digit < t) break;
      w *= BASE - t;
    }
    bias = adapt(i - before, output.length + 1, before === 0);
    n += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    output.splice(i++, 0, n);
  }
  return encode2(output);
}

function encode(text) {
  const input = decode2(text);
  let output = input.filter((c) => c < 0x80).map((c) => String.fromCharCode(c)).join('');
  const basic = output.length;
  let handled = basic;
  if (basic > 0) output += '-';
  let n = INITIAL_N;
  let delta = 0;
  let bias = INITIAL_BIAS;
  while (handled < input.length) {
    const m = input.reduce((least, c) => (c >= n && c < least ? c : least), Infinity);
    delta += (m - n) * (handled + 1);
    if (delta > 2 ** 31 - 1) throw new RangeError('Overflow: input needs wider integers to process');
    n = m;
    for (const c of input) {
      if (c < n) delta++;
      if (c !== n) continue;
      let q = delta;
      for (let k = BASE; ; k += BASE) {
        const t = threshold(k, bias);
        if (q < t) break;
        output += digitText(t + ((q - t) % (BASE - t)));
        q = Math.floor((q - t) / (BASE - t));
      }
      output += digitText(q);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return output;
}

// Applies a function to the labels of a domain, or of the domain of an e-mail address.
function mapDomain(domain, f) {
  const at = domain.indexOf('@');
  const head = at < 0 ? '' : domain.slice(0, at + 1);
  const labels = domain.slice(at + 1).replace(/[\u3002\uFF0E\uFF61]/g, '.').split('.');
  return head + labels.map(f).join('.');
}

module.exports = {
  version: '2.1.0',
  ucs2: { decode: decode2, encode: encode2 },
  decode,
  encode,
  // eslint-disable-next-line no-control-regex
  toASCII: (domain) => mapDomain(domain, (label) => (/[^\0-\x7F]/.test(label) ? `xn--${encode(label)}` : label)),
  toUnicode: (domain) => mapDomain(domain,
    (label) => (label.startsWith('xn--') ? decode(label.slice(4).toLowerCase()) : label)),
};
