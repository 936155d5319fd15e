// Leaks in the usual ways and writes a snapshot to the file that it is told.
class Session {
  constructor(i) { this.id = i; this.log = new Array(16).fill(i); }
}
const cache = new Map();
function setup(i) {
  const big = new Array(200).fill('x' + i), small = { i };
  function unusedButSharing() { return big.length; }
  return function onClick() { return small.i; };
}
globalThis.handlers = [];
for (let i = 0; i < 200; i++) {
  cache.set(i, new Session(i));
  handlers.push(setup(i));
}
globalThis.sessions = cache;
globalThis.weak = new WeakMap([[handlers[0], { note: 'x' }]]);
require('v8').writeHeapSnapshot(process.argv[2]);
