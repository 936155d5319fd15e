// Writes a snapshot of a program whose allocations were tracked, call by call, to the file it is given.
const inspector = require('node:inspector');
const fs = require('node:fs');

const session = new inspector.Session();
session.connect();
session.post('HeapProfiler.startTrackingHeapObjects', { trackAllocations: true });

class Leaf {
  constructor(n) {
    this.n = { value: n };
  }
}
function leaf(n) {
  return new Leaf(n);
}
function middle(n) {
  return n % 2 ? leaf(n) : [leaf(n)][0];
}
function deep(n) {
  return n === 0 ? middle(1) : deep(n - 1);
}
globalThis.kept = [];
for (let n = 0; n < 100; n++) kept.push(middle(n));
kept.push(deep(20));

// V8 counts the functions before it writes, and taking a snapshot calls some: they are known when it is done again.
function take(file, then) {
  const out = fs.openSync(file, 'w');
  const write = message => fs.writeSync(out, message.params.chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', write);
  session.post('HeapProfiler.takeHeapSnapshot', {}, () => {
    session.removeListener('HeapProfiler.addHeapSnapshotChunk', write);
    fs.closeSync(out);
    then();
  });
}
take(process.argv[2], () => take(process.argv[2], () => session.post('HeapProfiler.stopTrackingHeapObjects')));
