'use strict';
// Deep equality, loose and strict, after the documentation of `assert.deepEqual` and
// `assert.deepStrictEqual`. Compares with a stack of pairs that are under way, for cycles.

// A proxy is compared by what it shows.
const kindOf = (value) => {
  const kind = native.kindOf(value);
  return kind === 'Proxy' ? '' : kind;
};

const hasOwn = Object.hasOwn;
const isEnumerable = (object, key) => Object.prototype.propertyIsEnumerable.call(object, key);
const tagOf = (value) => Object.prototype.toString.call(value);

function ownKeys(object, isList) {
  const keys = Object.keys(object);
  return isList ? keys.filter((key) => !/^(0|[1-9][0-9]*)$/.test(key)) : keys;
}

function symbols(object) {
  return Object.getOwnPropertySymbols(object).filter((key) => isEnumerable(object, key));
}

function sameBytes(a, b) {
  if (a.byteLength !== b.byteLength) return false;
  const left = new Uint8Array(a.buffer ?? a, a.byteOffset ?? 0, a.byteLength);
  const right = new Uint8Array(b.buffer ?? b, b.byteOffset ?? 0, b.byteLength);
  return left.every((byte, i) => byte === right[i]);
}

function sameNumbers(a, b) {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

function equals(a, b, strict) {
  return compare(a, b, strict, { left: new Map(), right: new Map(), depth: 0 });
}

function compare(a, b, strict, memory) {
  if (a === b) return a !== 0 || !strict || Object.is(a, b);
  if (strict) {
    if (typeof a !== 'object') return typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b);
    if (typeof b !== 'object' || a === null || b === null) return false;
    if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  } else {
    if (a === null || typeof a !== 'object') {
      // eslint-disable-next-line eqeqeq
      return (b === null || typeof b !== 'object') && (a == b || (Number.isNaN(a) && Number.isNaN(b)));
    }
    if (b === null || typeof b !== 'object') return false;
  }
  if (tagOf(a) !== tagOf(b)) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    const keys = ownKeys(a, true);
    return keys.length === ownKeys(b, true).length && members(a, b, strict, memory, 'list', keys);
  }
  if (tagOf(a) === '[object Object]' && kindOf(a) === '' && kindOf(b) === '') {
    return members(a, b, strict, memory, '');
  }
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return false;
  switch (kind) {
    case 'Date':
      if (Date.prototype.getTime.call(a) !== Date.prototype.getTime.call(b)) return false;
      break;
    case 'RegExp':
      if (a.source !== b.source || a.flags !== b.flags || a.lastIndex !== b.lastIndex) return false;
      break;
    case 'Error':
      if ((!isEnumerable(a, 'message') && a.message !== b.message)
        || (!isEnumerable(a, 'name') && a.name !== b.name)) return false;
      break;
    case 'Set':
    case 'Map':
      return a.size === b.size && members(a, b, strict, memory, kind);
    case 'ArrayBuffer':
    case 'SharedArrayBuffer':
    case 'DataView':
      if (!sameBytes(a, b)) return false;
      break;
    case 'Boolean': case 'Number': case 'String': case 'BigInt': case 'Symbol':
      if (!Object.is(a.valueOf(), b.valueOf())) return false;
      break;
    case 'Promise': case 'WeakMap': case 'WeakSet':
      return false;
    default:
      if (ArrayBuffer.isView(a)) {
        const floats = !strict && (kind === 'Float32Array' || kind === 'Float64Array');
        if (!(floats ? sameNumbers(a, b) : sameBytes(a, b))) return false;
        const keys = ownKeys(a, true);
        return keys.length === ownKeys(b, true).length && members(a, b, strict, memory, '', keys);
      }
  }
  return members(a, b, strict, memory, '');
}

function members(a, b, strict, memory, kind, keys) {
  if (keys === undefined) {
    keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
  }
  for (const key of keys) if (!hasOwn(b, key)) return false;
  if (strict) {
    const left = symbols(a);
    const right = symbols(b);
    if (left.length !== right.length) return false;
    for (const key of left) if (!isEnumerable(b, key)) return false;
    keys = [...keys, ...left];
  }
  const before = memory.left.get(a);
  if (before !== undefined) {
    const other = memory.right.get(b);
    if (other !== undefined) return before === other;
  }
  memory.depth++;
  memory.left.set(a, memory.depth);
  memory.right.set(b, memory.depth);
  const same = contents(a, b, strict, memory, kind, keys);
  memory.left.delete(a);
  memory.right.delete(b);
  return same;
}

function contents(a, b, strict, memory, kind, keys) {
  if (kind === 'Set' && !sameSets(a, b, strict, memory)) return false;
  if (kind === 'Map' && !sameMaps(a, b, strict, memory)) return false;
  if (kind === 'list') {
    for (let i = 0; i < a.length; i++) {
      if (hasOwn(a, i)) {
        if (!hasOwn(b, i) || !compare(a[i], b[i], strict, memory)) return false;
      } else if (hasOwn(b, i)) return false;
    }
  }
  for (const key of keys) if (!compare(a[key], b[key], strict, memory)) return false;
  return true;
}

// Whether each of some values has a partner of its own among others.
function paired(lefts, rights, same) {
  const free = new Set(rights);
  for (const left of lefts) {
    let found;
    for (const right of free) {
      if (same(left, right)) {
        found = right;
        break;
      }
    }
    if (found === undefined) return false;
    free.delete(found);
  }
  return true;
}

function sameSets(a, b, strict, memory) {
  const lefts = [];
  for (const value of a) {
    if (b.has(value)) continue;
    if (strict && (typeof value !== 'object' || value === null)) return false;
    lefts.push([value]);
  }
  const rights = [];
  for (const value of b) if (!a.has(value)) rights.push([value]);
  return lefts.length === rights.length
    && paired(lefts, rights, ([x], [y]) => compare(x, y, strict, memory));
}

function sameMaps(a, b, strict, memory) {
  const lefts = [];
  const taken = new Set();
  for (const [key, value] of a) {
    if (typeof key === 'object' && key !== null) {
      lefts.push([key, value]);
    } else if (b.has(key) && compare(value, b.get(key), strict, memory)) {
      taken.add(key);
    } else if (strict) {
      return false;
    } else {
      lefts.push([key, value]);
    }
  }
  const rights = [];
  for (const [key, value] of b) if (!taken.has(key)) rights.push([key, value]);
  return lefts.length === rights.length && paired(lefts, rights,
    ([k, v], [l, w]) => compare(k, l, strict, memory) && compare(v, w, strict, memory));
}

module.exports = {
  isDeepEqual: (a, b) => equals(a, b, false),
  isDeepStrictEqual: (a, b) => equals(a, b, true),
};
