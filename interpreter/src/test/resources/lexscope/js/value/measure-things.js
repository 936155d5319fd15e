// Prints "name bytes" for each of the things: the node's own size in a heap snapshot and that of its backing stores. Part of
// a store are the pairs of functions in a hash table, and what mapped arguments keep of those that no parameter has.
require('./sized-things.js');
const STORES = ['elements', 'properties', 'table', 'bindings'];
require('./snapshot-sizes.js')('Things', (label, node, size, edgesOf, nameOf) => {
  let bytes = size(node);
  for (const [edge, inner, store] of edgesOf(node)) {
    if (inner === 'backing_store') bytes += size(store);
    if (edge !== 'internal' || !STORES.includes(inner)) continue;
    bytes += size(store);
    for (const [, part, to] of edgesOf(store)) {
      if (inner === 'properties' && nameOf(to) === 'system / AccessorPair') bytes += size(to);
      if (nameOf(store) === 'system / SloppyArgumentsElements' && part === 1) bytes += size(to);
    }
  }
  return bytes;
});
