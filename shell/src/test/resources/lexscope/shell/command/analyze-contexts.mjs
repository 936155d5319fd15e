// Loads snapshots as DevTools does and prints, a line for each, what its own analysis of contexts calls dead: the name of the
// scope, that of the binding and the id of the context. With `--sites NAME` it prints where objects of that name were made.
import { createReadStream } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';

// Node 20 lacks it.
Promise.withResolvers ??= function () {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};

const [bundle, ...words] = process.argv.slice(2);
const sites = words[0] === '--sites' ? words.splice(0, 2)[1] : undefined;
const files = words;
const { ContextAnalyzer, HeapSnapshot, HeapSnapshotLoader } = await import(pathToFileURL(bundle));
for (const file of files) {
  const loader = new HeapSnapshotLoader.HeapSnapshotLoader({ sendEvent() {} });
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 10 << 20 })) loader.write(chunk);
  loader.close();
  const { port1, port2 } = new MessageChannel();
  new HeapSnapshot.SecondaryInitManager(port2);
  const snapshot = await loader.buildSnapshot(port1);
  if (sites) {
    const node = snapshot.createNode();
    const made = [];
    for (let index = 0; index < snapshot.nodes.length; index += snapshot.nodeFieldCount) {
      node.nodeIndex = index;
      if (node.name() === sites) made.push(snapshot.allocationStack(index)?.map(frame => `${frame.functionName} ${frame.line} ${frame.column}`));
    }
    console.log(JSON.stringify(made));
  } else console.log(JSON.stringify(dead(snapshot)));
  port1.close();
  port2.close();
}

function dead(snapshot) {
  const { scopes } = ContextAnalyzer.analyzeContexts(snapshot);
  return scopes.flatMap(scope => scope.contexts.flatMap(context =>
    context.deadFields.map(field => `${scope.scopeName}.${field.name} ${context.contextNodeId}`))).sort();
}
