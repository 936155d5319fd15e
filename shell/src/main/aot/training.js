// What the ahead-of-time cache is trained with: a little of everything that programs use first.
'use strict';

const registry = new Map();

class Session {
  #token = Symbol('token');
  constructor(name, ...tags) {
    this.name = name;
    this.tags = new Set(tags);
    this.created = new Date(0);
  }
  get size() {
    return this.tags.size;
  }
  *[Symbol.iterator]() {
    yield* this.tags;
  }
}

function attach(name) {
  const cache = Array.from({ length: 64 }, (_, index) => `${name}-${index}`);
  const unused = () => cache.length;
  return function handler(event = {}) {
    const { kind = 'none', ...rest } = event;
    return `${name}:${kind}:${Object.keys(rest).join(',')}`;
  };
}

for (const name of ['first', 'second']) {
  registry.set(name, { session: new Session(name, 'a', 'b'), handler: attach(name) });
}

async function later() {
  await null;
  try {
    JSON.parse('{');
  } catch (error) {
    console.log(error.name, /un(\w+)/i.exec(error.message)?.[1]);
  }
  return [...registry.keys()].map((key) => key.toUpperCase()).sort();
}

later().then((names) => console.log('%s %o', names, { deep: { list: [1, 2.5, -0, 10n] } }));
setTimeout(() => console.log(registry.get('first').handler({ kind: 'click', x: 1 })), 10);
console.log(registry, [...registry.values()][0].session.size);

// Hot enough to be compiled.
function add(sum, each) {
  return sum + each.weight;
}
let total = 0;
for (let i = 0; i < 5000; i++) {
  total = add(total, { weight: i });
}
console.log(total);
