// Loads a snapshot as DevTools does and writes: the immediate dominator of every node as little-endian 32-bit numbers to the
// second argument, the retained sizes as doubles beside them, what the analysis of contexts says as JSON to standard output.
// If the file has allocation traces, one line for each node with its stack goes to a file beside them, innermost call first.
// As in the browser, a second thread finds dominators while the first goes on.
import { createReadStream, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker, isMainThread, workerData } from 'node:worker_threads';
import { ContextAnalyzer, HeapSnapshot, HeapSnapshotLoader } from './devtools.mjs';

// Node 20 lacks it.
Promise.withResolvers ??= function () {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};

if (isMainThread) {
  await load(...process.argv.slice(2));
} else {
  new HeapSnapshot.SecondaryInitManager(workerData.port);
}

async function load(file, dominators) {
  const loader = new HeapSnapshotLoader.HeapSnapshotLoader({ sendEvent() {} });
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 10 << 20 })) {
    loader.write(chunk);
  }
  loader.close();
  const { port1, port2 } = new MessageChannel();
  const second = new Worker(fileURLToPath(import.meta.url), { workerData: { port: port2 }, transferList: [port2] });
  const snapshot = await loader.buildSnapshot(port1);
  if (dominators) {
    writeFileSync(dominators, Buffer.from(Uint32Array.from(snapshot.dominatorsTree).buffer));
    writeFileSync(dominators + '.sizes', Buffer.from(Float64Array.from(snapshot.retainedSizes).buffer));
    if (snapshot.traceNodes?.length || snapshot.profile?.trace_tree?.length) {
      const fields = snapshot.nodeFieldCount ?? snapshot.nodes.length / snapshot.nodeCount;
      const lines = Array.from({ length: snapshot.nodeCount }, (_, node) =>
        (snapshot.allocationStack(node * fields) ?? []).filter(frame => frame.functionName !== '(root)')
          .map(frame => `${frame.functionName} ${frame.scriptName} ${frame.line} ${frame.column}`).join(' < '));
      writeFileSync(dominators + '.stacks', lines.join('\n'));
    }
    const analysis = ContextAnalyzer.analyzeContexts(snapshot);
    const dead = analysis.scopes.flatMap(scope =>
      scope.contexts.flatMap(context =>
        context.deadFields.map(field => `${scope.scopeName}.${field.name} ${field.valueName} ${field.retainedSize}`)));
    console.log(JSON.stringify({ nodes: snapshot.nodeCount, script: analysis.scopes[0]?.scriptName, dead }));
  }
  port1.close();
  await second.terminate();
}
