// Opens some and then some more, of which every second has a number that V8 keeps on the heap; writes a snapshot after each.
const { writeHeapSnapshot } = require('v8');
const held = [];
function open(i, number) {
  const state = { i };
  held.push(() => [state, number]);
}
for (let i = 0; i < 30; i++) open(i, i % 2 ? i : i + 0.5);
writeHeapSnapshot(process.argv[2]);
for (let i = 0; i < 60; i++) open(i, i % 2 ? i : i + 0.5);
writeHeapSnapshot(process.argv[3]);
globalThis.held = held;
