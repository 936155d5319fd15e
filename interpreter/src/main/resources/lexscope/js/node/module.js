'use strict';
// The part of Node's `module` that finds and names modules.

const { invalidArgValue } = require('internal/errors');

function Module() {
  throw new Error('modules are made by require and import alone');
}

Module.builtinModules = native.builtinNames();
Module.isBuiltin = function isBuiltin(name) { return native.isBuiltin(name); };
Module.createRequire = function createRequire(filename) {
  let path = filename;
  if (path instanceof require('url').URL || (typeof path === 'string' && path.startsWith('file:'))) {
    path = require('url').fileURLToPath(path);
  }
  if (typeof path !== 'string' || !path.startsWith('/')) {
    throw invalidArgValue('filename', filename, 'must be a file URL object, file URL string, or absolute path string');
  }
  return native.createRequire(path.endsWith('/') ? `${path}noop.js` : path);
};
Module.Module = Module;

module.exports = Module;
