// A panel that takes its key listener away when it is closed.
export const title = 'closing the panel frees its listener';

const bus = new EventTarget();
let panel;

function openPanel() {
  const rows = new Array(1000).fill(0);
  const state = { keys: 0 };
  const sum = () => rows.length;
  const onKey = () => state.keys++;
  bus.addEventListener('key', onKey);
  return { sum, close: () => bus.removeEventListener('key', onKey) };
}

export function act() {
  panel = openPanel();
  panel.sum();
}

export function undo() {
  panel.close();
  panel = undefined;
}

export const policies = ['whole', 'v8', 'used'];
export const expect = {
  growthPerRound: { objects: 0, records: 0, bytes: '<= 64 B' },
  recordsAlive: { openPanel: 0 },
  alive: ['EventTarget'],
  retained: { 'class EventTarget': '<= 1 KiB' },
};
