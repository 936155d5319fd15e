// Makes the states of all steps from the differences that the page carries. States share what did not change.

/** A row: kind (b binding, f field, p property, w weak, m more), name, value, and the key of what the value is. */
function row([kind, name, value, target]) {
  return { kind, name, value, target };
}

function place(at) {
  return at ? { source: at[0], line: at[1], column: at[2] } : null;
}

function patched(rows, patch) {
  const copy = rows.slice();
  for (let i = 0; i < patch.length; i += 2) {
    copy[patch[i]] = row(patch[i + 1]);
  }
  return copy;
}

function contextsOf(before, delta) {
  const all = new Map(before.contexts);
  for (const [key, change] of Object.entries(delta.contexts ?? {})) {
    const old = all.get(key);
    all.set(key, {
      key,
      kind: 'context',
      title: change.name ?? old.title,
      type: change.state ?? old.type,
      at: change.at ? place(change.at) : old.at,
      rows: change.rows ? change.rows.map(row) : old.rows,
    });
  }
  const stack = delta.stack ?? [...before.contexts.keys()];
  return new Map(stack.map((key) => [key, all.get(key)]));
}

function boxesOf(before, delta) {
  if (!delta.boxes && !delta.gone && !delta.hidden) {
    return before.boxes;
  }
  const all = new Map(before.boxes);
  for (const key of [...(delta.gone ?? []), ...(delta.hidden ?? [])]) {
    all.delete(key);
  }
  for (const [key, change] of Object.entries(delta.boxes ?? {})) {
    all.set(key, Array.isArray(change)
      ? { ...all.get(key), rows: patched(all.get(key).rows, change) }
      : { ...change, key, rows: change.rows.map(row) });
  }
  return all;
}

function holdsOf(before, delta) {
  if (!delta.holds) {
    return before.holds;
  }
  const all = new Map(before.holds);
  for (const [key, [from, how]] of Object.entries(delta.holds)) {
    all.set(key, { from, how });
  }
  return all;
}

/** What died with this step, as it stood at the step before. */
function dyingOf(before, delta) {
  return new Map((delta.gone ?? []).map((key) => [key, before.contexts.get(key) ?? before.boxes.get(key)]));
}

const NOTHING = {
  contexts: new Map(), boxes: new Map(), holds: new Map(), dying: new Map(), left: {}, output: [], queues: [[], [], []], millis: 0,
};

/** The first and the last step at which each context and box is alive, and how it looks at its largest. */
function livesOf(steps) {
  const lives = new Map();
  steps.forEach((step, index) => {
    for (const things of [step.contexts, step.boxes]) {
      for (const [key, thing] of things) {
        const life = lives.get(key);
        if (life) {
          life.last = index;
          life.largest = thing.rows.length > life.largest.rows.length ? thing : life.largest;
        } else {
          lives.set(key, { key, kind: thing.kind, first: index, last: index, died: false, largest: thing });
        }
      }
    }
    for (const key of step.dying.keys()) {
      lives.get(key).died = true;
    }
  });
  return lives;
}

/** A program with the states of all its steps. */
export function decode(program) {
  const steps = [];
  let before = NOTHING;
  for (const delta of program.steps) {
    const printed = (delta.out ?? []).map(([error, text]) => ({ error: error === 1, text }));
    const step = {
      moment: delta.moment ?? 'statement',
      at: place(delta.at),
      contexts: contextsOf(before, delta),
      boxes: boxesOf(before, delta),
      holds: holdsOf(before, delta),
      dying: dyingOf(before, delta),
      left: delta.left ?? before.left,
      printed,
      output: printed.length === 0 ? before.output : [...before.output, ...printed],
      queues: delta.queues ?? before.queues,
      millis: delta.ms ?? before.millis,
    };
    steps.push(step);
    before = step;
  }
  return { ...program, steps, lives: livesOf(steps) };
}

/** The path that keeps something alive at a step, from the root to it: keys with how each is held. */
export function pathTo(step, key) {
  const path = [];
  const seen = new Set();
  for (let at = key; at && !seen.has(at); at = step.holds.get(at)?.from) {
    seen.add(at);
    path.unshift({ key: at, how: step.holds.get(at)?.how ?? '' });
  }
  return path;
}

/** A thing at a step, alive or dying. */
export function thingAt(step, key) {
  return step.contexts.get(key) ?? step.boxes.get(key) ?? step.dying.get(key);
}
