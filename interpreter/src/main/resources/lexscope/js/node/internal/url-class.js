'use strict';
// The class URL, URL standard section 6.1.

const { make } = require('internal/errors');
const {
  parse, serialize, serializePath, cannotHaveCredentials,
} = require('internal/url-parser');
const { percentEncode, SETS } = require('internal/percent');
const { URLSearchParams, attach, refill, missing, invalidThis } = require('internal/url-search-params');

const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

function invalidURL(input, base) {
  const error = make(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
  delete error.toString;
  error.input = input;
  if (base !== undefined) error.base = base;
  return error;
}

function parsed(input, base) {
  let baseRecord = null;
  if (base !== undefined) {
    baseRecord = parse(base);
    if (baseRecord === null) return null;
  }
  return parse(input, baseRecord);
}

function origin(url) {
  switch (url.scheme) {
    case 'ftp': case 'http': case 'https': case 'ws': case 'wss':
      return `${url.scheme}://${url.host}${url.port === null ? '' : `:${url.port}`}`;
    case 'blob': {
      const inner = parse(serializePath(url));
      return inner !== null && (inner.scheme === 'http' || inner.scheme === 'https') ? origin(inner) : 'null';
    }
    default:
      return 'null';
  }
}

class URL {
  #url;
  #params;

  constructor(input, base = undefined) {
    if (arguments.length === 0) throw missing('url');
    const text = `${input}`;
    const baseText = base === undefined ? undefined : `${base}`;
    const record = parsed(text, baseText);
    if (record === null) throw invalidURL(text, baseText);
    this.#url = record;
  }

  static canParse(url, base = undefined) {
    if (arguments.length === 0) throw missing('url');
    return parsed(`${url}`, base === undefined ? undefined : `${base}`) !== null;
  }

  static createObjectURL() {
    throw make(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'object URLs are not available: there are no Blobs here');
  }

  static revokeObjectURL() {}

  static #of(value) {
    if (value === null || typeof value !== 'object' || !(#url in value)) throw invalidThis('URL');
    return value.#url;
  }

  #refresh() {
    if (this.#params !== undefined) refill(this.#params, this.#url.query ?? '');
  }

  toString() { return serialize(URL.#of(this)); }

  get href() { return serialize(URL.#of(this)); }

  set href(value) {
    URL.#of(this);
    const text = `${value}`;
    const record = parse(text);
    if (record === null) throw invalidURL(text);
    this.#url = record;
    this.#refresh();
  }

  get origin() { return origin(URL.#of(this)); }

  get protocol() { return `${URL.#of(this).scheme}:`; }

  set protocol(value) { parse(`${value}:`, null, URL.#of(this), 'schemeStart'); }

  get username() { return URL.#of(this).username; }

  set username(value) {
    const url = URL.#of(this);
    if (!cannotHaveCredentials(url)) url.username = percentEncode(`${value}`.toWellFormed(), SETS.userinfo);
  }

  get password() { return URL.#of(this).password; }

  set password(value) {
    const url = URL.#of(this);
    if (!cannotHaveCredentials(url)) url.password = percentEncode(`${value}`.toWellFormed(), SETS.userinfo);
  }

  get host() {
    const url = URL.#of(this);
    return url.host === null ? '' : url.port === null ? url.host : `${url.host}:${url.port}`;
  }

  set host(value) {
    const url = URL.#of(this);
    if (!url.opaque) parse(`${value}`, null, url, 'host');
  }

  get hostname() { return URL.#of(this).host ?? ''; }

  set hostname(value) {
    const url = URL.#of(this);
    if (!url.opaque) parse(`${value}`, null, url, 'hostname');
  }

  get port() { return `${URL.#of(this).port ?? ''}`; }

  set port(value) {
    const url = URL.#of(this);
    if (cannotHaveCredentials(url)) return;
    const text = `${value}`;
    if (text === '') url.port = null;
    else parse(text, null, url, 'port');
  }

  get pathname() { return serializePath(URL.#of(this)); }

  set pathname(value) {
    const url = URL.#of(this);
    if (url.opaque) return;
    url.path = [];
    parse(`${value}`, null, url, 'pathStart');
  }

  get search() {
    const { query } = URL.#of(this);
    return query === null || query === '' ? '' : `?${query}`;
  }

  set search(value) {
    const url = URL.#of(this);
    const text = `${value}`;
    if (text === '') url.query = null;
    else {
      url.query = '';
      parse(text.replace(/^\?/, ''), null, url, 'query');
    }
    this.#refresh();
  }

  get searchParams() {
    const url = URL.#of(this);
    if (this.#params === undefined) {
      this.#params = new URLSearchParams();
      refill(this.#params, url.query ?? '');
      attach(this.#params, (query) => { this.#url.query = query === '' ? null : query; });
    }
    return this.#params;
  }

  get hash() {
    const { fragment } = URL.#of(this);
    return fragment === null || fragment === '' ? '' : `#${fragment}`;
  }

  set hash(value) {
    const url = URL.#of(this);
    const text = `${value}`;
    if (text === '') url.fragment = null;
    else {
      url.fragment = '';
      parse(text.replace(/^#/, ''), null, url, 'fragment');
    }
  }

  toJSON() { return serialize(URL.#of(this)); }

  [inspectCustom](depth, options, inspect) {
    if (typeof depth === 'number' && depth < 0) return this;
    const object = {};
    for (const name of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname',
      'search', 'searchParams', 'hash']) object[name] = this[name];
    return `${this.constructor.name} ${inspect(object, options)}`;
  }
}
for (const name of ['toString', 'href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port',
  'pathname', 'search', 'searchParams', 'hash', 'toJSON']) {
  Object.defineProperty(URL.prototype, name, { enumerable: true });
}
Object.defineProperty(URL.prototype, Symbol.toStringTag, { value: 'URL', configurable: true });
for (const name of ['canParse', 'createObjectURL', 'revokeObjectURL']) {
  Object.defineProperty(URL, name, { enumerable: true });
}

module.exports = { URL, URLSearchParams };
