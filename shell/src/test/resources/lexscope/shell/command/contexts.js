// Closures over variables of functions, blocks and catch clauses; writes a snapshot to the file that it is told.
class OfFunction {}
class OfBlock {}
class OfCatch {}
class OfBoth {}
class Inner {}
const held = [];
function setup() {
  const inFunction = new OfFunction();
  held.push(() => inFunction);
}
function blocks(list) {
  for (const each of list) {
    const inBlock = new OfBlock();
    const item = { each };
    held.push(() => [inBlock, item]);
  }
  for (const each of list) {
    const number = 7;
    const object = new OfBoth();
    held.push(() => [number, object]);
  }
  try {
    throw new OfCatch();
  } catch (caught) {
    held.push(() => caught);
  }
}
function outer() {
  const kept = new Inner();
  const second = {};
  function inner(value) {
    return () => [kept, second, value];
  }
  held.push(inner({}));
}
for (let i = 0; i < 3; i++) setup();
blocks(['a', 'b']);
outer();
globalThis.held = held;
require('v8').writeHeapSnapshot(process.argv[2]);
