'use strict';
// The names of encodings.

const NAMES = {
  __proto__: null,
  utf8: 'utf8', 'utf-8': 'utf8',
  ucs2: 'utf16le', 'ucs-2': 'utf16le', utf16le: 'utf16le', 'utf-16le': 'utf16le',
  latin1: 'latin1', binary: 'latin1', ascii: 'ascii',
  base64: 'base64', base64url: 'base64url', hex: 'hex',
};

// The usual name of an encoding; undefined for one that is not there.
function encodingName(encoding) {
  return encoding === '' ? 'utf8' : NAMES[`${encoding}`.toLowerCase()];
}

// The name under which native code encodes.
function nativeName(name) {
  return name === 'ascii' ? 'latin1' : name === 'base64url' ? 'base64' : name;
}

module.exports = { encodingName, nativeName };
