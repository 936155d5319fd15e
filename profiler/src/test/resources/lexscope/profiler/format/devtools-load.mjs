// Loads a snapshot as DevTools does and writes: the immediate dominator of every node as little-endian 32-bit numbers to the
// second argument, the retained sizes as doubles beside them, what the analysis of contexts says as JSON to standard output.
import { createReadStream, writeFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { ContextAnalyzer, HeapSnapshot, HeapSnapshotLoader } from './devtools.mjs';

// Node 20 lacks it.
Promise.withResolvers ??= function () {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};

const [file, dominators] = process.argv.slice(2);
const loader = new HeapSnapshotLoader.HeapSnapshotLoader({ sendEvent() {} });
for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 10 << 20 })) {
  loader.write(chunk);
}
loader.close();
const { port1, port2 } = new MessageChannel();
new HeapSnapshot.SecondaryInitManager(port2);
const snapshot = await loader.buildSnapshot(port1);
if (dominators) {
  writeFileSync(dominators, Buffer.from(Uint32Array.from(snapshot.dominatorsTree).buffer));
  writeFileSync(dominators + '.sizes', Buffer.from(Float64Array.from(snapshot.retainedSizes).buffer));
  const analysis = ContextAnalyzer.analyzeContexts(snapshot);
  const dead = analysis.scopes.flatMap(scope =>
    scope.contexts.flatMap(context =>
      context.deadFields.map(field => `${scope.scopeName}.${field.name} ${field.valueName} ${field.retainedSize}`)));
  console.log(JSON.stringify({ nodes: snapshot.nodeCount, script: analysis.scopes[0]?.scriptName, dead }));
}
port1.close();
port2.close();
