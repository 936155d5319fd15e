'use strict';
// The basic URL parser of the URL standard, section 4.4, and the host parser, section 3.5. A URL
// record is an object; a failure is null.

const { percentEncode, percentDecode, utf8, SETS } = require('internal/percent');

const SPECIAL = { __proto__: null, ftp: 21, file: null, http: 80, https: 443, ws: 80, wss: 443 };
// eslint-disable-next-line no-control-regex
const FORBIDDEN_HOST = /[\0\t\n\r #/:<>?@[\\\]^|]/;
// eslint-disable-next-line no-control-regex
const FORBIDDEN_DOMAIN = /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/;

const isSpecial = (url) => url.scheme in SPECIAL;
const isWindowsLetter = (text) => /^[A-Za-z][:|]$/.test(text);
const isNormalizedLetter = (text) => /^[A-Za-z]:$/.test(text);
const startsWithLetter = (text) => /^[A-Za-z][:|]([/\\?#]|$)/.test(text);
const isSingleDot = (text) => text === '.' || text.toLowerCase() === '%2e';
const isDoubleDot = (text) => /^(\.|%2e){2}$/i.test(text);

function parseIPv4Number(text) {
  if (text === '') return null;
  let radix = 10;
  if (/^0x/i.test(text)) {
    text = text.slice(2);
    radix = 16;
  } else if (text.length >= 2 && text[0] === '0') {
    text = text.slice(1);
    radix = 8;
  }
  if (text === '') return 0;
  const digits = radix === 10 ? /^[0-9]+$/ : radix === 16 ? /^[0-9A-Fa-f]+$/ : /^[0-7]+$/;
  return digits.test(text) ? parseInt(text, radix) : null;
}

function endsInNumber(text) {
  const parts = text.split('.');
  if (parts.at(-1) === '') {
    if (parts.length === 1) return false;
    parts.pop();
  }
  return /^[0-9]+$/.test(parts.at(-1)) || /^0x[0-9a-f]*$/i.test(parts.at(-1));
}

function parseIPv4(text) {
  const parts = text.split('.');
  if (parts.at(-1) === '' && parts.length > 1) parts.pop();
  if (parts.length > 4) return null;
  const numbers = parts.map(parseIPv4Number);
  if (numbers.includes(null) || numbers.slice(0, -1).some((n) => n > 255)) return null;
  if (numbers.at(-1) >= 256 ** (5 - numbers.length)) return null;
  let address = numbers.at(-1);
  numbers.slice(0, -1).forEach((n, i) => { address += n * 256 ** (3 - i); });
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

function parseIPv6(text) {
  const pieces = [];
  let compress = null;
  let at = 0;
  if (text[0] === ':') {
    if (text[1] !== ':') return null;
    at = 2;
    compress = 0;
  }
  while (at < text.length) {
    if (pieces.length === 8) return null;
    if (text[at] === ':') {
      if (compress !== null) return null;
      at++;
      compress = pieces.length;
      continue;
    }
    const hex = /^[0-9A-Fa-f]{0,4}/.exec(text.slice(at))[0];
    if (text[at + hex.length] === '.') {
      if (hex.length === 0 || pieces.length > 6) return null;
      const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text.slice(at));
      if (four === null || four.slice(1).some((n) => n > 255 || (n.length > 1 && n[0] === '0'))) return null;
      pieces.push(four[1] * 256 + +four[2], four[3] * 256 + +four[4]);
      at = text.length;
      break;
    }
    at += hex.length;
    if (at < text.length) {
      if (text[at] !== ':') return null;
      at++;
      if (at === text.length) return null;
    }
    pieces.push(hex === '' ? 0 : parseInt(hex, 16));
  }
  if (compress !== null) {
    if (pieces.length === 8) return null;
    pieces.splice(compress, 0, ...Array(8 - pieces.length).fill(0));
  }
  return pieces.length === 8 ? `[${serializeIPv6(pieces)}]` : null;
}

function serializeIPv6(pieces) {
  let best = -1;
  let bestLength = 1;
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (i + length < 8 && pieces[i + length] === 0) length++;
    if (length > bestLength) {
      best = i;
      bestLength = length;
    }
    i += length;
  }
  const hex = pieces.map((piece) => piece.toString(16));
  return best < 0 ? hex.join(':') : `${hex.slice(0, best).join(':')}::${hex.slice(best + bestLength).join(':')}`;
}

function parseHost(input, isOpaque) {
  if (input[0] === '[') return input.at(-1) === ']' ? parseIPv6(input.slice(1, -1)) : null;
  if (isOpaque) return FORBIDDEN_HOST.test(input) ? null : percentEncode(input, SETS.control);
  const domain = utf8.decode(percentDecode(input));
  const ascii = native.domainToAscii(domain);
  if (ascii === null || ascii === '' || FORBIDDEN_DOMAIN.test(ascii)) return null;
  return endsInNumber(ascii) ? parseIPv4(ascii) : ascii;
}

function shortenPath(url) {
  if (url.scheme === 'file' && url.path.length === 1 && isNormalizedLetter(url.path[0])) return;
  url.path.pop();
}

function newURL() {
  return { scheme: '', username: '', password: '', host: null, port: null, path: [], query: null, fragment: null, opaque: false };
}

const cannotHaveCredentials = (url) => url.host === null || url.host === '' || url.scheme === 'file';

// Parses a text, relative to a base; or, with a record and a state, a part of it.
function parse(input, base = null, url = null, override = null) {
  const machine = new Parser(input, base, url, override);
  return machine.run();
}

class Parser {
  constructor(input, base, url, override) {
    if (url === null) {
      // eslint-disable-next-line no-control-regex
      input = input.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');
    }
    this.points = Array.from(input.toWellFormed().replace(/[\t\n\r]/g, ''));
    this.base = base;
    this.url = url ?? newURL();
    this.override = override;
    this.state = override ?? 'schemeStart';
    this.buffer = '';
    this.at = 0;
    this.atSeen = this.inBrackets = this.passwordSeen = false;
  }

  // A state answers: undefined to go on, 'done' to stop, null for failure.
  run() {
    for (;; this.at++) {
      const answer = this[this.state](this.points[this.at]);
      if (answer === null) return null;
      if (answer === 'done' || this.at >= this.points.length) return this.url;
    }
  }

  rest(from = this.at + 1) { return this.points.slice(from).join(''); }

  go(state, back = 0) {
    this.state = state;
    this.at -= back;
  }

  schemeStart(c) {
    if (c !== undefined && /[A-Za-z]/.test(c)) {
      this.buffer += c.toLowerCase();
      this.go('scheme');
    } else if (this.override === null) this.go('noScheme', 1);
    else return null;
    return undefined;
  }

  scheme(c) {
    const { url } = this;
    if (c !== undefined && /[A-Za-z0-9+.-]/.test(c)) {
      this.buffer += c.toLowerCase();
    } else if (c === ':') {
      if (this.override !== null) {
        if (isSpecial(url) !== (this.buffer in SPECIAL)) return 'done';
        if ((url.username !== '' || url.password !== '' || url.port !== null) && this.buffer === 'file') return 'done';
        if (url.scheme === 'file' && (url.host === '' || url.host === null)) return 'done';
      }
      url.scheme = this.buffer;
      this.buffer = '';
      if (this.override !== null) {
        if (url.port === SPECIAL[url.scheme]) url.port = null;
        return 'done';
      }
      if (url.scheme === 'file') this.go('file');
      else if (isSpecial(url) && this.base !== null && this.base.scheme === url.scheme) this.go('specialRelativeOrAuthority');
      else if (isSpecial(url)) this.go('specialAuthoritySlashes');
      else if (this.points[this.at + 1] === '/') {
        this.go('pathOrAuthority');
        this.at++;
      } else {
        url.path = '';
        url.opaque = true;
        this.go('opaquePath');
      }
    } else if (this.override === null) {
      this.buffer = '';
      this.state = 'noScheme';
      this.at = -1;
    } else return null;
    return undefined;
  }

  noScheme(c) {
    const { base, url } = this;
    if (base === null || (base.opaque && c !== '#')) return null;
    if (base.opaque) {
      Object.assign(url, { scheme: base.scheme, path: base.path, query: base.query, fragment: '', opaque: true });
      this.go('fragment');
    } else this.go(base.scheme === 'file' ? 'file' : 'relative', 1);
    return undefined;
  }

  specialRelativeOrAuthority(c) {
    if (c === '/' && this.points[this.at + 1] === '/') {
      this.go('specialAuthorityIgnoreSlashes');
      this.at++;
    } else this.go('relative', 1);
  }

  pathOrAuthority(c) {
    if (c === '/') this.go('authority');
    else this.go('path', 1);
  }

  copyBase() {
    const { base, url } = this;
    url.username = base.username;
    url.password = base.password;
    url.host = base.host;
    url.port = base.port;
    url.path = [...base.path];
    url.query = base.query;
  }

  relative(c) {
    const { url } = this;
    url.scheme = this.base.scheme;
    if (c === '/' || (isSpecial(url) && c === '\\')) {
      this.go('relativeSlash');
      return;
    }
    this.copyBase();
    if (c === '?') {
      url.query = '';
      this.go('query');
    } else if (c === '#') {
      url.fragment = '';
      this.go('fragment');
    } else if (c !== undefined) {
      url.query = null;
      shortenPath(url);
      this.go('path', 1);
    }
  }

  relativeSlash(c) {
    const { url } = this;
    if (isSpecial(url) && (c === '/' || c === '\\')) this.go('specialAuthorityIgnoreSlashes');
    else if (c === '/') this.go('authority');
    else {
      const { username, password, host, port } = this.base;
      Object.assign(url, { username, password, host, port });
      this.go('path', 1);
    }
  }

  specialAuthoritySlashes(c) {
    if (c === '/' && this.points[this.at + 1] === '/') {
      this.go('specialAuthorityIgnoreSlashes');
      this.at++;
    } else this.go('specialAuthorityIgnoreSlashes', 1);
  }

  specialAuthorityIgnoreSlashes(c) {
    if (c !== '/' && c !== '\\') this.go('authority', 1);
  }

  isEnd(c) {
    return c === undefined || c === '/' || c === '?' || c === '#' || (isSpecial(this.url) && c === '\\');
  }

  authority(c) {
    const { url } = this;
    if (c === '@') {
      if (this.atSeen) this.buffer = `%40${this.buffer}`;
      this.atSeen = true;
      for (const each of this.buffer) {
        if (each === ':' && !this.passwordSeen) this.passwordSeen = true;
        else if (this.passwordSeen) url.password += percentEncode(each, SETS.userinfo);
        else url.username += percentEncode(each, SETS.userinfo);
      }
      this.buffer = '';
    } else if (this.isEnd(c)) {
      if (this.atSeen && this.buffer === '') return null;
      this.go('host', Array.from(this.buffer).length + 1);
      this.buffer = '';
    } else this.buffer += c;
    return undefined;
  }

  hostname(c) { return this.host(c); }

  host(c) {
    const { url } = this;
    if (this.override !== null && url.scheme === 'file') {
      this.go('fileHost', 1);
    } else if (c === ':' && !this.inBrackets) {
      if (this.buffer === '' || this.override === 'hostname') return null;
      const host = parseHost(this.buffer, !isSpecial(url));
      if (host === null) return null;
      url.host = host;
      this.buffer = '';
      this.go('port');
    } else if (this.isEnd(c)) {
      this.at--;
      if (isSpecial(url) && this.buffer === '') return null;
      if (this.override !== null && this.buffer === ''
        && (url.username !== '' || url.password !== '' || url.port !== null)) return null;
      const host = parseHost(this.buffer, !isSpecial(url));
      if (host === null) return null;
      url.host = host;
      this.buffer = '';
      this.state = 'pathStart';
      if (this.override !== null) return 'done';
    } else {
      if (c === '[') this.inBrackets = true;
      if (c === ']') this.inBrackets = false;
      this.buffer += c;
    }
    return undefined;
  }

  port(c) {
    const { url } = this;
    if (c !== undefined && /[0-9]/.test(c)) {
      this.buffer += c;
    } else if (this.isEnd(c) || this.override !== null) {
      if (this.buffer !== '') {
        const port = Number(this.buffer);
        if (port > 65535) return null;
        url.port = port === SPECIAL[url.scheme] ? null : port;
        this.buffer = '';
        if (this.override !== null) return 'done';
      }
      if (this.override !== null) return null;
      this.go('pathStart', 1);
    } else return null;
    return undefined;
  }

  file(c) {
    const { url, base } = this;
    url.scheme = 'file';
    url.host = '';
    if (c === '/' || c === '\\') {
      this.go('fileSlash');
    } else if (base !== null && base.scheme === 'file') {
      url.host = base.host;
      url.path = [...base.path];
      url.query = base.query;
      if (c === '?') {
        url.query = '';
        this.go('query');
      } else if (c === '#') {
        url.fragment = '';
        this.go('fragment');
      } else if (c !== undefined) {
        url.query = null;
        if (!startsWithLetter(this.rest(this.at))) shortenPath(url);
        else url.path = [];
        this.go('path', 1);
      }
    } else this.go('path', 1);
  }

  fileSlash(c) {
    const { url, base } = this;
    if (c === '/' || c === '\\') {
      this.go('fileHost');
      return;
    }
    if (base !== null && base.scheme === 'file') {
      url.host = base.host;
      if (!startsWithLetter(this.rest(this.at)) && base.path.length > 0 && isNormalizedLetter(base.path[0])) {
        url.path.push(base.path[0]);
      }
    }
    this.go('path', 1);
  }

  fileHost(c) {
    const { url } = this;
    if (c !== undefined && c !== '/' && c !== '\\' && c !== '?' && c !== '#') {
      this.buffer += c;
      return undefined;
    }
    this.at--;
    if (this.override === null && isWindowsLetter(this.buffer)) {
      this.state = 'path';
    } else if (this.buffer === '') {
      url.host = '';
      if (this.override !== null) return 'done';
      this.state = 'pathStart';
    } else {
      const host = parseHost(this.buffer, !isSpecial(url));
      if (host === null) return null;
      url.host = host === 'localhost' ? '' : host;
      if (this.override !== null) return 'done';
      this.buffer = '';
      this.state = 'pathStart';
    }
    return undefined;
  }

  pathStart(c) {
    const { url } = this;
    if (isSpecial(url)) {
      this.go('path', c === '/' || c === '\\' ? 0 : 1);
    } else if (this.override === null && c === '?') {
      url.query = '';
      this.go('query');
    } else if (this.override === null && c === '#') {
      url.fragment = '';
      this.go('fragment');
    } else if (c !== undefined) {
      this.go('path', c === '/' ? 0 : 1);
    } else if (this.override !== null && url.host === null) url.path.push('');
  }

  path(c) {
    const { url } = this;
    const slash = c === '/' || (isSpecial(url) && c === '\\');
    if (c !== undefined && !slash && (this.override !== null || (c !== '?' && c !== '#'))) {
      this.buffer += percentEncode(c, SETS.path);
      return;
    }
    if (isDoubleDot(this.buffer)) {
      shortenPath(url);
      if (!slash) url.path.push('');
    } else if (isSingleDot(this.buffer)) {
      if (!slash) url.path.push('');
    } else {
      if (url.scheme === 'file' && url.path.length === 0 && isWindowsLetter(this.buffer)) {
        this.buffer = `${this.buffer[0]}:`;
      }
      url.path.push(this.buffer);
    }
    this.buffer = '';
    if (c === '?') {
      url.query = '';
      this.go('query');
    } else if (c === '#') {
      url.fragment = '';
      this.go('fragment');
    }
  }

  opaquePath(c) {
    const { url } = this;
    if (c === '?') {
      url.query = '';
      this.go('query');
    } else if (c === '#') {
      url.fragment = '';
      this.go('fragment');
    } else if (c !== undefined) url.path += percentEncode(c, SETS.control);
  }

  query(c) {
    const { url } = this;
    if (c === undefined || (this.override === null && c === '#')) {
      url.query += percentEncode(this.buffer, isSpecial(url) ? SETS.specialQuery : SETS.query);
      this.buffer = '';
      if (c === '#') {
        url.fragment = '';
        this.go('fragment');
      }
    } else this.buffer += c;
  }

  fragment(c) {
    if (c !== undefined) this.url.fragment += percentEncode(c, SETS.fragment);
  }
}

function serializePath(url) {
  return url.opaque ? url.path : url.path.map((part) => `/${part}`).join('');
}

function serialize(url, withoutFragment = false) {
  let text = `${url.scheme}:`;
  if (url.host !== null) {
    text += '//';
    if (url.username !== '' || url.password !== '') {
      text += `${url.username}${url.password === '' ? '' : `:${url.password}`}@`;
    }
    text += url.host;
    if (url.port !== null) text += `:${url.port}`;
  } else if (!url.opaque && url.path.length > 1 && url.path[0] === '') text += '/.';
  text += serializePath(url);
  if (url.query !== null) text += `?${url.query}`;
  if (!withoutFragment && url.fragment !== null) text += `#${url.fragment}`;
  return text;
}

module.exports = { parse, serialize, serializePath, parseHost, isSpecial, cannotHaveCredentials };
