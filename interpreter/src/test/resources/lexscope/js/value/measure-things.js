// Prints "name bytes" for each of the things: the node's own size in a heap snapshot and that of its backing stores.
require('./sized-things.js');
const STORES = ['elements', 'properties', 'table', 'bindings'];
require('./snapshot-sizes.js')('Things', (label, node, size, edgesOf) => {
  let bytes = size(node);
  for (const [edge, inner, store] of edgesOf(node)) {
    if (edge === 'internal' && STORES.includes(inner)) bytes += size(store);
    if (inner === 'backing_store') bytes += size(store);
  }
  return bytes;
});
