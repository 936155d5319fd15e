// Starts a Chrome without a window, leaks detached elements in it, and writes a snapshot of its heap.
// node chrome-snapshot.mjs CHROME PROFILE OUT
import { spawn } from 'node:child_process';
import fs from 'node:fs';

const [chrome, profile, out] = process.argv.slice(2);
const child = spawn(
  chrome,
  ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
  { stdio: ['ignore', 'ignore', 'pipe'] });
const browser = await new Promise((resolve, reject) => {
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
    const match = /ws:\/\/[^\s]+/.exec(said);
    if (match) resolve(new URL(match[0]));
  });
  child.on('exit', () => reject(new Error(said)));
});
const pages = await (await fetch(`http://${browser.host}/json`)).json();
const socket = new WebSocket(pages.find((each) => each.type === 'page').webSocketDebuggerUrl);
await new Promise((resolve) => { socket.onopen = resolve; });
const waiting = new Map();
const file = fs.openSync(out, 'w');
let id = 0;
socket.onmessage = (event) => {
  const message = JSON.parse(event.data);
  if (message.method === 'HeapProfiler.addHeapSnapshotChunk') fs.writeSync(file, message.params.chunk);
  waiting.get(message.id)?.(message);
};
const send = (method, params = {}) =>
  new Promise((resolve) => {
    waiting.set(++id, resolve);
    socket.send(JSON.stringify({ id, method, params }));
  });
await send('HeapProfiler.enable');
await send('Runtime.evaluate', { expression: `
  globalThis.widgets = [];
  for (let i = 0; i < 50; i++) {
    const element = document.createElement('div');
    document.body.append(element);
    widgets.push({ element });
  }
  for (let i = 0; i < 40; i++) widgets[i].element.remove();
  function setup(i) {
    const big = new Array(400).fill(i);
    return function onTick() { return big.length; };
  }
  function leak(i) {
    const lost = new Array(400).fill(i);
    const kept = { rows: new Array(400).fill(i) };
    const never = () => lost;
    return function onLeak() { return kept; };
  }
  globalThis.leaks = Array.from({ length: 5 }, (_, i) => leak(i));
  globalThis.ticks = Array.from({ length: 30 }, (_, i) => setup(i));` });
await send('HeapProfiler.collectGarbage');
await send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
fs.closeSync(file);
child.kill();
process.exit(0);
