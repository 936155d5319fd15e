'use strict';
// The part of Node's `os` that tells nothing of a machine.

module.exports = {
  EOL: '\n',
  devNull: '/dev/null',
  arch: () => 'x64',
  endianness: () => 'LE',
  homedir: () => '/',
  hostname: () => 'localhost',
  platform: () => 'linux',
  tmpdir: () => '/tmp',
  type: () => 'Linux',
  constants: Object.freeze({ __proto__: null, signals: Object.freeze({ __proto__: null, SIGINT: 2, SIGTERM: 15 }) }),
};
