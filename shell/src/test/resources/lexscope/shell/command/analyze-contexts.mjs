// Loads snapshots as DevTools does and prints, a line for each, what its own analysis of contexts calls dead: the name of the
// scope, that of the binding and the id of the context.
import { createReadStream } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';

// Node 20 lacks it.
Promise.withResolvers ??= function () {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};

const [bundle, ...files] = process.argv.slice(2);
const { ContextAnalyzer, HeapSnapshot, HeapSnapshotLoader } = await import(pathToFileURL(bundle));
for (const file of files) {
  const loader = new HeapSnapshotLoader.HeapSnapshotLoader({ sendEvent() {} });
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 10 << 20 })) loader.write(chunk);
  loader.close();
  const { port1, port2 } = new MessageChannel();
  new HeapSnapshot.SecondaryInitManager(port2);
  const snapshot = await loader.buildSnapshot(port1);
  const { scopes } = ContextAnalyzer.analyzeContexts(snapshot);
  console.log(JSON.stringify(scopes.flatMap(scope => scope.contexts.flatMap(context =>
    context.deadFields.map(field => `${scope.scopeName}.${field.name} ${context.contextNodeId}`))).sort()));
  port1.close();
  port2.close();
}
