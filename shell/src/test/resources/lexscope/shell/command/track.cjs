// Runs a program while V8 tracks its allocations, call by call, and writes a snapshot: node track.cjs PROGRAM OUT
const inspector = require('node:inspector');
const fs = require('node:fs');

const session = new inspector.Session();
session.connect();
session.post('HeapProfiler.startTrackingHeapObjects', { trackAllocations: true });
require(process.argv[2]);

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
take(process.argv[3], () => take(process.argv[3], () => session.post('HeapProfiler.stopTrackingHeapObjects')));
