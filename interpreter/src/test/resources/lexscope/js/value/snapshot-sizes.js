// Prints "name bytes" for each property of the one object of a class that has a property `literal40`.
const v8 = require('v8');

// bytesOf(label, node, size, edgesOf, nameOf): edgesOf(node) gives [kind, label, target] for each edge.
module.exports = (className, bytesOf) => {
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
    const nameOf = (node) => strings[nodes[node * nodeFields + 1]];
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
      if (strings[nodes[i * nodeFields + 1]] !== className || !own.some(([, label]) => label === 'literal40')) continue;
      for (const [kind, label, to] of own) {
        if (kind !== 'property' || label === '__proto__') continue;
        console.log(label, bytesOf(label, to, size, edgesOf, nameOf));
      }
    }
  });
};
