// A heap large enough that reading and asking its snapshot is compiled while the ahead-of-time cache is trained.
'use strict';

class Entry {
  constructor(name, payload) {
    this.name = name;
    this.payload = payload;
  }
}

const registry = new Map();
const notes = new WeakMap();
let list = null;
for (let i = 0; i < 12000; i++) {
  const entry = new Entry(`entry-${i}`, { numbers: [i, i / 3, -i], text: `text-${i % 100}` });
  registry.set(entry.name, { entry, handler: () => entry.payload, other: () => registry.size });
  if (i % 8 === 0) notes.set(entry, { i });
  list = { next: list, entry };
}
globalThis.kept = { registry, notes, list };
