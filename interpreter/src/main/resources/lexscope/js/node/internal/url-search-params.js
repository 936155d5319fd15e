'use strict';
// URLSearchParams, URL standard section 6.2, and application/x-www-form-urlencoded, section 5.

const { make, checkFunction } = require('internal/errors');
const { percentEncode, percentDecode, utf8, SETS } = require('internal/percent');

const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

function parseForm(text) {
  const list = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const decode = (piece) => utf8.decode(percentDecode(piece.replaceAll('+', ' ')));
    list.push([decode(at < 0 ? part : part.slice(0, at)), at < 0 ? '' : decode(part.slice(at + 1))]);
  }
  return list;
}

function serializeForm(list) {
  const encode = (text) => percentEncode(text.toWellFormed(), SETS.form).replaceAll('%20', '+');
  return list.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

function invalidThis(name = 'URLSearchParams') {
  return make(TypeError, 'ERR_INVALID_THIS', `Value of "this" must be of type ${name}`);
}

function missing(...names) {
  const quoted = names.map((name) => `"${name}"`);
  return make(TypeError, 'ERR_MISSING_ARGS',
    names.length === 1 ? `The ${quoted[0]} argument must be specified`
      : `The ${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)} arguments must be specified`);
}

const text = (value) => `${value}`.toWellFormed();
const lists = new WeakMap();
const owners = new WeakMap();

const IteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

class URLSearchParamsIterator {
  #params;
  #kind;
  #index = 0;

  constructor(params, kind) {
    this.#params = params;
    this.#kind = kind;
  }

  next() {
    if (this === null || typeof this !== 'object' || !(#params in this)) throw invalidThis('URLSearchParamsIterator');
    const list = lists.get(this.#params);
    if (this.#index >= list.length) return { value: undefined, done: true };
    return { value: this.#pick(list[this.#index++]), done: false };
  }

  #pick([name, value]) { return this.#kind === 'key' ? name : this.#kind === 'value' ? value : [name, value]; }

  [inspectCustom](depth, options, inspect) {
    if (typeof depth === 'number' && depth < 0) return '[Object]';
    const rest = lists.get(this.#params).slice(this.#index).map((entry) => this.#pick(entry));
    return `URLSearchParams Iterator { ${rest.map((each) => inspect(each, options)).join(', ')} }`;
  }
}
Object.setPrototypeOf(URLSearchParamsIterator.prototype, IteratorPrototype);
delete URLSearchParamsIterator.prototype.constructor;
Object.defineProperty(URLSearchParamsIterator.prototype, 'next', { enumerable: true });
Object.defineProperty(URLSearchParamsIterator.prototype, Symbol.toStringTag, {
  value: 'URLSearchParams Iterator', configurable: true,
});

function fromObject(init) {
  const list = [];
  const method = init[Symbol.iterator];
  if (method != null) {
    if (typeof method !== 'function') throw make(TypeError, 'ERR_ARG_NOT_ITERABLE', 'Query pairs must be iterable');
    for (const pair of init) {
      if (pair == null) throw make(TypeError, 'ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple');
      if ((typeof pair !== 'object' && typeof pair !== 'function') || typeof pair[Symbol.iterator] !== 'function') {
        throw make(TypeError, 'ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple');
      }
      const entry = Array.from(pair, text);
      if (entry.length !== 2) {
        throw make(TypeError, 'ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple');
      }
      list.push(entry);
    }
    return list;
  }
  const seen = new Map();
  for (const key of Reflect.ownKeys(init)) {
    const own = Reflect.getOwnPropertyDescriptor(init, key);
    if (own?.enumerable) seen.set(text(key), text(init[key]));
  }
  return [...seen];
}

class URLSearchParams {
  #own = true;

  constructor(init = undefined) {
    let list = [];
    if (init === undefined || init === null) list = [];
    else if (typeof init === 'object' || typeof init === 'function') list = fromObject(init);
    else list = parseForm(text(init).replace(/^\?/, ''));
    lists.set(this, list);
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#own in value)) throw invalidThis();
    return lists.get(value);
  }

  #update() { owners.get(this)?.(serializeForm(lists.get(this))); }

  get size() { return URLSearchParams.#check(this).length; }

  append(name, value) {
    const list = URLSearchParams.#check(this);
    if (arguments.length < 2) throw missing('name', 'value');
    list.push([text(name), text(value)]);
    this.#update();
  }

  delete(name, value = undefined) {
    const list = URLSearchParams.#check(this);
    if (arguments.length < 1) throw missing('name');
    const key = text(name);
    const wanted = value === undefined ? undefined : text(value);
    const kept = list.filter(([n, v]) => n !== key || (wanted !== undefined && v !== wanted));
    list.splice(0, list.length, ...kept);
    this.#update();
  }

  get(name) {
    const list = URLSearchParams.#check(this);
    if (arguments.length < 1) throw missing('name');
    const key = text(name);
    return list.find(([n]) => n === key)?.[1] ?? null;
  }

  getAll(name) {
    const list = URLSearchParams.#check(this);
    if (arguments.length < 1) throw missing('name');
    const key = text(name);
    return list.filter(([n]) => n === key).map(([, v]) => v);
  }

  has(name, value = undefined) {
    const list = URLSearchParams.#check(this);
    if (arguments.length < 1) throw missing('name');
    const key = text(name);
    const wanted = value === undefined ? undefined : text(value);
    return list.some(([n, v]) => n === key && (wanted === undefined || v === wanted));
  }

  set(name, value) {
    const list = URLSearchParams.#check(this);
    if (arguments.length < 2) throw missing('name', 'value');
    const key = text(name);
    const at = list.findIndex(([n]) => n === key);
    if (at < 0) list.push([key, text(value)]);
    else {
      list[at][1] = text(value);
      for (let i = list.length - 1; i > at; i--) if (list[i][0] === key) list.splice(i, 1);
    }
    this.#update();
  }

  sort() {
    URLSearchParams.#check(this).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.#update();
  }

  entries() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'key+value');
  }

  forEach(callback, thisArg = undefined) {
    const list = URLSearchParams.#check(this);
    checkFunction(callback, 'callback');
    for (let i = 0; i < list.length; i++) callback.call(thisArg, list[i][1], list[i][0], this);
  }

  keys() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'key');
  }

  values() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(this, 'value');
  }

  toString() { return serializeForm(URLSearchParams.#check(this)); }

  [inspectCustom](depth, options, inspect) {
    const list = URLSearchParams.#check(this);
    if (typeof depth === 'number' && depth < 0) return '[Object]';
    const parts = list.map(([name, value]) => `${inspect(name, options)} => ${inspect(value, options)}`);
    if (parts.length === 0) return 'URLSearchParams {}';
    const length = parts.reduce((sum, part) => sum + part.length + 2, -2);
    return length > options.breakLength || parts.some((part) => part.includes('\n'))
      ? `URLSearchParams {\n  ${parts.join(',\n  ')} }` : `URLSearchParams { ${parts.join(', ')} }`;
  }
}
for (const name of ['append', 'delete', 'get', 'getAll', 'has', 'set', 'sort', 'entries', 'forEach', 'keys', 'values', 'toString', 'size']) {
  Object.defineProperty(URLSearchParams.prototype, name, { enumerable: true });
}
Object.defineProperties(URLSearchParams.prototype, {
  [Symbol.toStringTag]: { value: 'URLSearchParams', configurable: true },
  [Symbol.iterator]: { value: URLSearchParams.prototype.entries, configurable: true, writable: true },
});

module.exports = {
  URLSearchParams,
  // What a URL does with its searchParams.
  attach(params, update) { owners.set(params, update); },
  refill(params, query) { lists.set(params, parseForm(query)); },
  missing,
  invalidThis,
};
