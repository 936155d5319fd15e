// Loads a snapshot with memlab, with its dominators, and prints what it found as JSON.
const { utils, PathFinder, TraceFinder } = require('@memlab/core');
const core = require('@memlab/core');

(async () => {
  core.config.muteConsole = true;
  const snapshot = await utils.getSnapshotFromFile(process.argv[2], { buildNodeIdIndex: true });
  const finder = new (core.TraceFinder ?? require('@memlab/core/dist/paths/TraceFinder').default)();
  finder.calculateAllNodesRetainedSizes(snapshot);
  const found = [];
  const dominators = new Uint32Array(process.argv[3] ? snapshot.nodes.length : 0);
  const sizes = new Float64Array(dominators.length);
  // Without a third argument nothing but load, dominators and retained sizes: this is what comparisons of speed run.
  if (process.argv[3]) snapshot.nodes.forEach(node => {
    dominators[node.nodeIndex ?? node.idx] = node.dominatorNode?.nodeIndex ?? 0;
    sizes[node.nodeIndex ?? node.idx] = node.retainedSize;
    if (process.argv[4] && node.name === process.argv[4]) {
      found.push(`${node.type} ${node.name} @${node.id} ${node.retainedSize}`);
    }
  });
  if (process.argv[3]) {
    require('node:fs').writeFileSync(process.argv[3], Buffer.from(dominators.buffer));
    require('node:fs').writeFileSync(process.argv[3] + '.sizes', Buffer.from(sizes.buffer));
  }
  console.log(JSON.stringify({ nodes: snapshot.nodes.length, edges: snapshot.edges.length, found }));
})();
