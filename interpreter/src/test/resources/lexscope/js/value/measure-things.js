// Prints "name bytes" for each of the things: the node's own size in a heap snapshot and that of its backing stores.
const v8 = require('v8');
require('./sized-things.js');
const STORES = ['elements', 'properties', 'table', 'bindings'];
let text = '';
v8.getHeapSnapshot().on('data', (chunk) => text += chunk).on('end', () => {
  const {snapshot, nodes, edges, strings} = JSON.parse(text);
  const nodeFields = snapshot.meta.node_fields.length;
  const edgeFields = snapshot.meta.edge_fields.length;
  const edgeKinds = snapshot.meta.edge_types[0];
  const count = nodes.length / nodeFields;
  const firstEdge = new Array(count + 1);
  firstEdge[0] = 0;
  for (let i = 0; i < count; i++) firstEdge[i + 1] = firstEdge[i] + nodes[i * nodeFields + 4];
  const size = (node) => nodes[node * nodeFields + 3];
  function* edgesOf(node) {
    for (let e = firstEdge[node]; e < firstEdge[node + 1]; e++) {
      const kind = edgeKinds[edges[e * edgeFields]];
      const name = edges[e * edgeFields + 1];
      const label = kind === 'element' || kind === 'hidden' ? name : strings[name];
      yield [kind, label, edges[e * edgeFields + 2] / nodeFields];
    }
  }
  for (let i = 0; i < count; i++) {
    const own = [...edgesOf(i)];
    if (strings[nodes[i * nodeFields + 1]] !== 'Things' || !own.some(([, label]) => label === 'literal40')) continue;
    for (const [kind, label, to] of own) {
      if (kind !== 'property' || label === '__proto__') continue;
      let bytes = size(to);
      for (const [edge, inner, store] of edgesOf(to)) {
        if (edge === 'internal' && STORES.includes(inner)) bytes += size(store);
        if (inner === 'backing_store') bytes += size(store);
      }
      console.log(label, bytes);
    }
  }
});
