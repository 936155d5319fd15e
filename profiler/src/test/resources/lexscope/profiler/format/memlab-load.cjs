// Loads a snapshot with memlab, with its dominators, and prints what it found as JSON.
const { utils, PathFinder, TraceFinder } = require('@memlab/core');
const core = require('@memlab/core');

(async () => {
  core.config.muteConsole = true;
  const snapshot = await utils.getSnapshotFromFile(process.argv[2], { buildNodeIdIndex: true });
  const finder = new (core.TraceFinder ?? require('@memlab/core/dist/paths/TraceFinder').default)();
  finder.calculateAllNodesRetainedSizes(snapshot);
  const found = [];
  const dominators = new Uint32Array(snapshot.nodes.length);
  snapshot.nodes.forEach(node => {
    dominators[node.nodeIndex ?? node.idx] = node.dominatorNode?.nodeIndex ?? 0;
    if (process.argv[4] && node.name === process.argv[4]) {
      found.push(`${node.type} ${node.name} @${node.id} ${node.retainedSize}`);
    }
  });
  if (process.argv[3]) {
    require('node:fs').writeFileSync(process.argv[3], Buffer.from(dominators.buffer));
  }
  console.log(JSON.stringify({ nodes: snapshot.nodes.length, edges: snapshot.edges.length, found }));
})();
