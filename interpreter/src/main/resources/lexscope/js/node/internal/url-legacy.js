'use strict';
// The URLs of before the standard, after the documentation of `url.parse`, `url.format` and
// `url.resolve`.

const { make, invalidArgType, checkString } = require('internal/errors');
const querystring = require('querystring');

const SLASHED = ['http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss'];
const isSlashed = (protocol) => SLASHED.includes(String(protocol).replace(/:$/, ''));
const isScript = (protocol) => /^javascript:?$/.test(protocol);

class Url {
  constructor() {
    this.protocol = null;
    this.slashes = null;
    this.auth = null;
    this.host = null;
    this.port = null;
    this.hostname = null;
    this.hash = null;
    this.search = null;
    this.query = null;
    this.pathname = null;
    this.path = null;
    this.href = null;
  }

  parse(url, parseQuery, slashesDenoteHost) {
    fill(this, url, parseQuery, slashesDenoteHost);
    return this;
  }

  format() { return formatParts(this); }

  resolve(relative) { return this.resolveObject(parse(relative, false, true)).format(); }

  resolveObject(relative) { return resolveParts(this, typeof relative === 'string' ? parse(relative, false, true) : relative); }
}
Object.defineProperty(Url, 'name', { value: 'Url' });

function invalid(input) {
  const error = make(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
  error.input = input;
  return error;
}

// What must not stand in the rest of a URL as it is.
const ESCAPED = /[\t\n\r "'<>\\^`{|}]/g;
const escapeRest = (text) => text.replace(ESCAPED, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

function fill(result, url, parseQuery, slashesDenoteHost) {
  checkString(url, 'url');
  // Leading and trailing space goes; backslashes before the query are slashes.
  let rest = url.replace(/^[\s\ufeff]+|[\s\ufeff]+$/g, '');
  const queryAt = rest.search(/[?#]/);
  const head = queryAt < 0 ? rest : rest.slice(0, queryAt);
  const isJs = /^javascript:/i.test(rest);
  if (!isJs) rest = head.replaceAll('\\', '/') + (queryAt < 0 ? '' : rest.slice(queryAt));

  const protocol = /^[a-z0-9.+-]+:/i.exec(rest)?.[0];
  const lower = protocol?.toLowerCase();
  if (protocol !== undefined) {
    result.protocol = lower;
    rest = rest.slice(protocol.length);
  }
  let slashes = false;
  if (slashesDenoteHost || protocol !== undefined || /^\/\/[^@/]+@[^@/]+/.test(rest)) {
    slashes = rest.startsWith('//');
    if (slashes && !(protocol !== undefined && isScript(lower))) {
      rest = rest.slice(2);
      result.slashes = true;
    }
  }
  if (!isScript(lower) && (slashes || (protocol !== undefined && !isSlashed(lower)))) {
    rest = authority(result, rest, url);
  }
  if (!isScript(lower)) rest = escapeRest(rest);
  const hashAt = rest.indexOf('#');
  if (hashAt >= 0) {
    result.hash = rest.slice(hashAt);
    rest = rest.slice(0, hashAt);
  }
  const searchAt = rest.indexOf('?');
  if (searchAt >= 0) {
    result.search = rest.slice(searchAt);
    result.query = rest.slice(searchAt + 1);
    if (parseQuery) result.query = querystring.parse(result.query);
    rest = rest.slice(0, searchAt);
  } else if (parseQuery) {
    result.search = null;
    result.query = Object.create(null);
  }
  if (rest !== '') result.pathname = rest;
  if (isSlashed(lower) && result.hostname && !result.pathname) result.pathname = '/';
  if (result.pathname || result.search) result.path = (result.pathname ?? '') + (result.search ?? '');
  result.href = formatParts(result);
}

// Takes user, host and port from the front of a text; gives the rest.
function authority(result, text, url) {
  let end = text.search(/[\t\n\r "#%'/;<>?\\^`{|}]/);
  // The user's name may contain anything but the end of the host.
  const hard = text.search(/[#/?]/);
  const at = text.lastIndexOf('@', hard < 0 ? text.length : hard - 1);
  if (at >= 0 && (hard < 0 || at < hard)) {
    result.auth = decodeURIComponent(text.slice(0, at));
    const after = text.slice(at + 1).search(/[\t\n\r "#%'/;<>?\\^`{|}]/);
    end = after < 0 ? -1 : at + 1 + after;
  }
  const start = result.auth === null ? 0 : at + 1;
  let host = text.slice(start, end < 0 ? text.length : end);
  let rest = end < 0 ? '' : text.slice(end);
  const port = /:[0-9]*$/.exec(host)?.[0];
  if (port !== undefined) {
    if (port !== ':') result.port = port.slice(1);
    host = host.slice(0, host.length - port.length);
  }
  const isV6 = host.startsWith('[') && host.endsWith(']');
  if (!isV6) {
    const bad = host.search(/[^a-zA-Z0-9.\-+_\u0080-\uffff]/);
    if (bad >= 0) {
      if (/[\0\t\n\r #%/<>?@[\\\]^|]/.test(host)) throw invalid(url);
      rest = (host[bad] === '/' ? '' : '/') + host.slice(bad) + rest;
      host = host.slice(0, bad);
    }
  }
  if (host.length > 255) host = '';
  else host = host.toLowerCase();
  if (!isV6 && /[^\0-\x7f]/.test(host)) { // eslint-disable-line no-control-regex
    const ascii = native.domainToAscii(host);
    if (ascii === null) throw invalid(url);
    host = ascii;
  }
  result.hostname = isV6 ? host.slice(1, -1) : host;
  result.host = host + (result.port === null ? '' : `:${result.port}`);
  if (isV6 && rest !== '' && rest[0] !== '/') rest = `/${rest}`;
  return rest;
}

function parse(url, parseQuery, slashesDenoteHost) {
  if (url instanceof Url) return url;
  const result = new Url();
  fill(result, url, parseQuery, slashesDenoteHost);
  return result;
}

function formatParts(url) {
  let auth = url.auth || '';
  if (auth) auth = `${encodeURIComponent(auth).replaceAll('%3A', ':')}@`;
  let protocol = url.protocol || '';
  let pathname = url.pathname || '';
  let hash = url.hash || '';
  let host = '';
  if (url.host) host = auth + url.host;
  else if (url.hostname) {
    host = auth + (url.hostname.includes(':') && !/^\[.*\]$/.test(url.hostname) ? `[${url.hostname}]` : url.hostname);
    if (url.port) host += `:${url.port}`;
  }
  let query = '';
  if (url.query !== null && typeof url.query === 'object') query = querystring.stringify(url.query);
  let search = url.search || (query && `?${query}`) || '';
  if (protocol && !protocol.endsWith(':')) protocol += ':';
  if (url.slashes || isSlashed(protocol)) {
    if (url.slashes || host) {
      if (pathname && pathname[0] !== '/') pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (protocol.startsWith('file')) host = '//';
  }
  if (hash && hash[0] !== '#') hash = `#${hash}`;
  if (search && search[0] !== '?') search = `?${search}`;
  pathname = pathname.replace(/[?#]/g, (c) => encodeURIComponent(c));
  search = search.replaceAll('#', '%23');
  return protocol + host + pathname + search + hash;
}

function format(urlObject, options) {
  if (typeof urlObject === 'string') return parse(urlObject).format();
  if (typeof urlObject !== 'object' || urlObject === null) throw invalidArgType('urlObject', ['Object', 'string'], urlObject);
  const { URL } = require('internal/url-class');
  if (urlObject instanceof URL) {
    const url = new URL(urlObject.href);
    const { auth = true, fragment = true, search = true, unicode = false } = options ?? {};
    if (!auth) url.username = url.password = '';
    if (!fragment) url.hash = '';
    if (!search) url.search = '';
    return unicode && url.hostname ? url.href.replace(url.hostname, native.domainToUnicode(url.hostname)) : url.href;
  }
  return formatParts(urlObject);
}

function copyTo(result, source) {
  for (const key of Object.keys(source)) result[key] = source[key];
  return result;
}

function resolveParts(base, relative) {
  const result = copyTo(new Url(), base);
  result.hash = relative.hash;
  if (relative.href === '') {
    result.href = result.format();
    return result;
  }
  if (relative.slashes && !relative.protocol) {
    for (const key of Object.keys(relative)) if (key !== 'protocol') result[key] = relative[key];
    if (isSlashed(result.protocol) && result.hostname && !result.pathname) result.path = result.pathname = '/';
    result.href = result.format();
    return result;
  }
  if (relative.protocol && relative.protocol !== result.protocol) {
    if (!isSlashed(relative.protocol)) {
      copyTo(result, relative);
      result.href = result.format();
      return result;
    }
    result.protocol = relative.protocol;
    if (!relative.host && !/^file:?$/.test(relative.protocol) && !isScript(relative.protocol)) {
      const parts = (relative.pathname || '').split('/');
      while (parts.length && !(relative.host = parts.shift()));
      relative.host ||= '';
      relative.hostname ||= '';
      if (parts[0] !== '') parts.unshift('');
      if (parts.length < 2) parts.unshift('');
      result.pathname = parts.join('/');
    } else result.pathname = relative.pathname;
    result.search = relative.search;
    result.query = relative.query;
    result.host = relative.host || '';
    result.auth = relative.auth;
    result.hostname = relative.hostname || relative.host;
    result.port = relative.port;
    if (result.pathname || result.search) result.path = (result.pathname || '') + (result.search || '');
    result.slashes ||= relative.slashes;
    result.href = result.format();
    return result;
  }
  const isBaseAbsolute = result.pathname?.[0] === '/';
  const isRelativeAbsolute = relative.host || relative.pathname?.[0] === '/';
  let mustEndAbsolute = isRelativeAbsolute || isBaseAbsolute || (result.host && relative.pathname);
  const removeAllDots = mustEndAbsolute;
  let source = result.pathname?.split('/') ?? [];
  const target = relative.pathname?.split('/') ?? [];
  const withoutSlashes = result.protocol && !isSlashed(result.protocol);
  if (withoutSlashes) {
    result.hostname = '';
    result.port = null;
    if (result.host) {
      if (source[0] === '') source[0] = result.host;
      else source.unshift(result.host);
    }
    result.host = '';
    if (relative.protocol) {
      relative.hostname = null;
      relative.port = null;
      result.auth = null;
      if (relative.host) {
        if (target[0] === '') target[0] = relative.host;
        else target.unshift(relative.host);
      }
      relative.host = null;
    }
    mustEndAbsolute &&= target[0] === '' || source[0] === '';
  }
  if (isRelativeAbsolute) {
    if (relative.host || relative.host === '') {
      if (result.host !== relative.host) result.auth = null;
      result.host = relative.host;
      result.port = relative.port;
    }
    if (relative.hostname || relative.hostname === '') {
      if (result.hostname !== relative.hostname) result.auth = null;
      result.hostname = relative.hostname;
    }
    result.search = relative.search;
    result.query = relative.query;
    source = target;
  } else if (target.length > 0) {
    source.pop();
    source = source.concat(target);
    result.search = relative.search;
    result.query = relative.query;
  } else if (relative.search !== null && relative.search !== undefined) {
    if (withoutSlashes) {
      result.hostname = result.host = source.shift();
      takeAuth(result);
    }
    result.search = relative.search;
    result.query = relative.query;
    if (result.pathname !== null || result.search !== null) {
      result.path = (result.pathname || '') + (result.search || '');
    }
    result.href = result.format();
    return result;
  }
  if (source.length === 0) {
    result.pathname = null;
    result.path = result.search ? `/${result.search}` : null;
    result.href = result.format();
    return result;
  }
  finishPath(result, relative, source, mustEndAbsolute, removeAllDots, withoutSlashes);
  return result;
}

function takeAuth(result) {
  const parts = result.host && result.host.indexOf('@') > 0 ? result.host.split('@') : false;
  if (parts) {
    result.auth = parts.shift();
    result.host = result.hostname = parts.shift();
  }
}

function finishPath(result, relative, source, mustEndAbsolute, removeAllDots, withoutSlashes) {
  const last = source.at(-1);
  const trailing = ((result.host || relative.host || source.length > 1) && (last === '.' || last === '..')) || last === '';
  let up = 0;
  for (let i = source.length - 1; i >= 0; i--) {
    if (source[i] === '.') source.splice(i, 1);
    else if (source[i] === '..') {
      source.splice(i, 1);
      up++;
    } else if (up) {
      source.splice(i, 1);
      up--;
    }
  }
  if (!mustEndAbsolute && !removeAllDots) for (; up--;) source.unshift('..');
  if (mustEndAbsolute && source[0] !== '' && (!source[0] || source[0][0] !== '/')) source.unshift('');
  if (trailing && source.join('/').slice(-1) !== '/') source.push('');
  const absolute = source[0] === '' || source[0]?.[0] === '/';
  if (withoutSlashes) {
    result.hostname = result.host = absolute ? '' : source.length ? source.shift() : '';
    takeAuth(result);
  }
  mustEndAbsolute ||= result.host && source.length;
  if (mustEndAbsolute && !absolute) source.unshift('');
  if (source.length === 0) {
    result.pathname = null;
    result.path = null;
  } else result.pathname = source.join('/');
  if (result.pathname !== null || result.search !== null) {
    result.path = (result.pathname || '') + (result.search || '');
  }
  result.auth = relative.auth || result.auth;
  result.slashes ||= relative.slashes;
  result.href = result.format();
}

module.exports = {
  Url,
  parse,
  resolve: (source, relative) => parse(source, false, true).resolve(relative),
  resolveObject: (source, relative) => (source ? parse(source, false, true).resolveObject(relative) : relative),
  format,
};
