// A panel whose key listener stays when it is closed. The listener needs a counter only, and keeps the rows as well.
export const title = 'closing the panel frees its listener';

const bus = new EventTarget();
let panel;

function openPanel() {
  const rows = new Array(1000).fill(0);
  const state = { keys: 0 };
  const sum = () => rows.length;
  const onKey = () => state.keys++;
  bus.addEventListener('key', onKey);
  return { sum, close() {} };
}

export function act() {
  panel = openPanel();
  panel.sum();
}

export function undo() {
  panel.close();
  panel = undefined;
}

export const expect = { growthPerRound: { objects: 0, records: 0 } };
