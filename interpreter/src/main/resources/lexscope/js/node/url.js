'use strict';
// After the documentation of Node's module `url`.

const { make, invalidArgType, checkString } = require('internal/errors');
const { URL, URLSearchParams } = require('internal/url-class');
const legacy = require('internal/url-legacy');
const { parseHost } = require('internal/url-parser');

function fileURLToPath(path) {
  if (typeof path === 'string') path = new URL(path);
  else if (!(path instanceof URL)) throw invalidArgType('path', ['string', 'URL'], path);
  if (path.protocol !== 'file:') throw make(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  if (path.hostname !== '') {
    throw make(TypeError, 'ERR_INVALID_FILE_URL_HOST', 'File URL host must be "localhost" or empty on linux');
  }
  if (/%2f/i.test(path.pathname)) {
    throw make(TypeError, 'ERR_INVALID_FILE_URL_PATH', 'File URL path must not include encoded / characters');
  }
  return decodeURIComponent(path.pathname);
}

function pathToFileURL(path) {
  checkString(path, 'path');
  const { posix } = require('internal/path');
  let resolved = posix.resolve(path);
  if (path.endsWith('/') && resolved !== '/') resolved += '/';
  const escapes = { '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23' };
  return new URL(`file://${resolved.replace(/[%\\\n\r\t?#]/g, (c) => escapes[c])}`);
}

function domainToASCII(domain) {
  const host = parseHost(`${domain}`, false);
  return host ?? '';
}

function domainToUnicode(domain) {
  const host = parseHost(`${domain}`, false);
  return host === null ? '' : native.domainToUnicode(host);
}

function urlToHttpOptions(url) {
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: hostname && hostname[0] === '[' ? hostname.slice(1, -1) : hostname,
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href: url.href,
  };
  if (port !== '') options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

module.exports = {
  Url: legacy.Url,
  parse: legacy.parse,
  resolve: legacy.resolve,
  resolveObject: legacy.resolveObject,
  format: legacy.format,
  URL,
  URLSearchParams,
  domainToASCII,
  domainToUnicode,
  pathToFileURL,
  fileURLToPath,
  urlToHttpOptions,
};
