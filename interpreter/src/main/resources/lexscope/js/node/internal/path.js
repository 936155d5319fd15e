'use strict';
// Paths as texts, after the documentation of Node's module `path`.

const { checkString, checkObject } = require('internal/errors');

// The parts of a path without empty ones and dots; '..' eats the part before it, if there is one.
function collapse(path, isSeparator, separator, keepsLeading) {
  const parts = [];
  for (const part of split(path, isSeparator)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (keepsLeading) parts.push('..');
  }
  return parts.join(separator);
}

function split(path, isSeparator) {
  const parts = [];
  let start = 0;
  for (let i = 0; i <= path.length; i++) {
    if (i === path.length || isSeparator(path[i])) {
      parts.push(path.slice(start, i));
      start = i + 1;
    }
  }
  return parts;
}

function isWindowsDevice(letter) {
  return letter !== undefined && /^[A-Za-z]$/.test(letter);
}

// Makes the functions for one kind of system.
//   root(path): how long the root is, how long the device in it, and whether it is absolute
function make(kind) {
  const { sep, delimiter, isSeparator, rootOf, windows } = kind;

  function trimmedEnd(path, start) {
    let end = path.length;
    while (end > start && isSeparator(path[end - 1])) end--;
    return end;
  }

  function lastSeparator(path, start, end) {
    let at = end - 1;
    while (at >= start && !isSeparator(path[at])) at--;
    return at;
  }

  function basename(path, suffix) {
    if (suffix !== undefined) checkString(suffix, 'suffix');
    checkString(path, 'path');
    const start = windows && isWindowsDevice(path[0]) && path[1] === ':' ? 2 : 0;
    const end = trimmedEnd(path, start);
    const at = Math.max(lastSeparator(path, start, end) + 1, start);
    const base = path.slice(at, end);
    if (suffix === undefined || suffix.length === 0 || suffix.length > path.length) return base;
    if (suffix === path) return '';
    // Node's search for the suffix runs out of the name here, and then takes separators with it.
    if (base.length < suffix.length && suffix.endsWith(base)) return path.slice(base === '' ? start : at);
    return base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
  }

  function extname(path) {
    checkString(path, 'path');
    const base = basename(path);
    const dot = base.lastIndexOf('.');
    return dot <= 0 || base === '..' ? '' : base.slice(dot);
  }

  function dirname(path) {
    checkString(path, 'path');
    if (path.length === 0) return '.';
    const { length: root } = rootOf(path);
    const end = trimmedEnd(path, root);
    let at = lastSeparator(path, root, end);
    if (at < root) return root === 0 ? '.' : path.slice(0, root);
    // A path with a double slash in the middle keeps it, one at the end does not.
    while (at > root && isSeparator(path[at]) && !windows && isSeparator(path[at - 1]) && at - 1 > root) break;
    return path.slice(0, at);
  }

  function join(...args) {
    const parts = [];
    for (const arg of args) {
      checkString(arg, 'path');
      if (arg.length > 0) parts.push(arg);
    }
    if (parts.length === 0) return '.';
    let joined = parts.join(sep);
    if (windows) {
      // What was no network path before must not become one.
      const first = parts[0];
      const leading = /^[\\/]*/.exec(first)[0].length;
      const isNetwork = leading === 2 && first.length > 2;
      if (!isNetwork) joined = joined.replace(/^[\\/]{2,}/, '\\');
    }
    return normalize(joined);
  }

  function normalize(path) {
    checkString(path, 'path');
    if (path.length === 0) return '.';
    const { length, absolute, prefix } = rootOf(path);
    let tail = collapse(path.slice(length), isSeparator, sep, !absolute);
    if (tail.length === 0 && !absolute) tail = '.';
    if (tail.length > 0 && isSeparator(path.at(-1)) && length < path.length) tail += sep;
    return prefix + (absolute && !prefix.endsWith(sep) ? sep : '') + tail;
  }

  function isAbsolute(path) {
    checkString(path, 'path');
    return rootOf(path).absolute;
  }

  function parse(path) {
    checkString(path, 'path');
    const result = { root: '', dir: '', base: '', ext: '', name: '' };
    if (path.length === 0) return result;
    const { length: root } = rootOf(path);
    result.root = path.slice(0, root);
    const end = trimmedEnd(path, root);
    const at = Math.max(lastSeparator(path, root, end) + 1, root);
    result.base = path.slice(at, end);
    const dot = result.base.lastIndexOf('.');
    // Node takes the second dot of '/..' for the beginning of an extension.
    const isParent = result.base === '..' && (windows || at > root || root === 0);
    result.ext = dot <= 0 || isParent ? '' : result.base.slice(dot);
    result.name = result.base.slice(0, result.base.length - result.ext.length);
    result.dir = at > root ? path.slice(0, at - 1) : result.root;
    return result;
  }

  function format(pathObject) {
    checkObject(pathObject, 'pathObject');
    const dir = pathObject.dir || pathObject.root;
    const ext = pathObject.ext ? `${pathObject.ext[0] === '.' ? '' : '.'}${pathObject.ext}` : '';
    const base = pathObject.base || `${pathObject.name || ''}${ext}`;
    if (!dir) return base;
    return dir === pathObject.root ? `${dir}${base}` : `${dir}${sep}${base}`;
  }

  return { basename, dirname, extname, format, isAbsolute, join, normalize, parse, sep, delimiter };
}

const isSlash = (c) => c === '/';
const isEither = (c) => c === '/' || c === '\\';

const posix = {
  ...make({
    sep: '/', delimiter: ':', windows: false, isSeparator: isSlash,
    rootOf(path) {
      const absolute = path[0] === '/';
      return { length: absolute ? 1 : 0, absolute, prefix: absolute ? '/' : '', device: '' };
    },
  }),

  resolve(...args) {
    let resolved = '';
    let absolute = false;
    for (let i = args.length - 1; i >= -1 && !absolute; i--) {
      const path = i >= 0 ? args[i] : native.cwd();
      checkString(path, `paths[${i}]`);
      if (path.length === 0) continue;
      resolved = `${path}/${resolved}`;
      absolute = path[0] === '/';
    }
    return `/${collapse(resolved, isSlash, '/', false)}`;
  },

  relative(from, to) {
    checkString(from, 'from');
    checkString(to, 'to');
    const start = posix.resolve(from).split('/').filter(Boolean);
    const end = posix.resolve(to).split('/').filter(Boolean);
    let common = 0;
    while (common < start.length && common < end.length && start[common] === end[common]) common++;
    return [...start.slice(common).fill('..'), ...end.slice(common)].join('/');
  },

  toNamespacedPath(path) { return path; },
  _makeLong(path) { return path; },
};

function windowsRoot(path) {
  if (path.length > 0 && isEither(path[0])) {
    const network = /^[\\/]{2}([^\\/]+)[\\/]+([^\\/]+)([\\/]*)/.exec(path);
    if (network) {
      const [all, server, share, rest] = network;
      const device = `\\\\${server}\\${share}`;
      return { length: all.length - Math.max(0, rest.length - 1), absolute: true, prefix: `${device}\\`, device };
    }
    return { length: 1, absolute: true, prefix: '\\', device: '' };
  }
  if (isWindowsDevice(path[0]) && path[1] === ':') {
    const device = path.slice(0, 2);
    const absolute = path.length > 2 && isEither(path[2]);
    return { length: absolute ? 3 : 2, absolute, prefix: absolute ? `${device}\\` : device, device };
  }
  return { length: 0, absolute: false, prefix: '', device: '' };
}

const win32 = {
  ...make({ sep: '\\', delimiter: ';', windows: true, isSeparator: isEither, rootOf: windowsRoot }),

  resolve(...args) {
    let device = '';
    let tail = '';
    let absolute = false;
    for (let i = args.length - 1; i >= -1 && !(absolute && device.length > 0); i--) {
      const path = i >= 0 ? args[i] : native.cwd();
      if (i >= 0) checkString(path, `paths[${i}]`);
      if (path.length === 0) continue;
      const root = windowsRoot(path);
      if (root.device.length > 0) {
        if (device.length > 0 && root.device.toLowerCase() !== device.toLowerCase()) continue;
        device ||= root.device;
      }
      if (!absolute) {
        tail = `${path.slice(root.length)}\\${tail}`;
        absolute = root.absolute;
      }
    }
    tail = collapse(tail, isEither, '\\', !absolute);
    return absolute ? `${device}\\${tail}` : `${device}${tail}` || '.';
  },

  relative(from, to) {
    checkString(from, 'from');
    checkString(to, 'to');
    if (from === to) return '';
    const startText = win32.resolve(from);
    const endText = win32.resolve(to);
    if (startText.toLowerCase() === endText.toLowerCase()) return '';
    const start = startText.split('\\').filter(Boolean);
    const end = endText.split('\\').filter(Boolean);
    let common = 0;
    while (common < start.length && common < end.length
      && start[common].toLowerCase() === end[common].toLowerCase()) common++;
    if (common === 0 && /^([A-Za-z]:|\\\\)/.test(endText)) return endText;
    return [...start.slice(common).fill('..'), ...end.slice(common)].join('\\');
  },

  toNamespacedPath(path) {
    if (typeof path !== 'string' || path.length === 0) return path;
    const resolved = win32.resolve(path);
    if (/^\\\\[^?.]/.test(resolved)) return `\\\\?\\UNC\\${resolved.slice(2)}`;
    return /^[A-Za-z]:\\/.test(resolved) ? `\\\\?\\${resolved}` : path;
  },
  _makeLong(path) { return win32.toNamespacedPath(path); },
};

posix.posix = win32.posix = posix;
posix.win32 = win32.win32 = win32;

module.exports = { posix, win32 };
