// Gives node timers on virtual time, so that a loaded machine does not change the order in which they fire.
const realTimeout = setTimeout;
const epoch = Date.now();
const waiting = [];
let now = 0;
let count = 0;
let pumping = false;

class Timeout {
  constructor(callback, args, delay, repeats) {
    Object.assign(this, { callback, args, delay: Math.max(1, Math.trunc(delay) || 1), repeats });
    this.start();
  }
  start() {
    this.due = now + this.delay;
    this.order = count++;
    waiting.push(this);
    pump();
  }
  fire() {
    now = Math.max(now, this.due);
    if (this.repeats) this.start();
    this.callback(...this.args);
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
}

function pump() {
  if (pumping || waiting.length === 0) return;
  pumping = true;
  realTimeout(() => {
    pumping = false;
    waiting.sort((a, b) => a.due - b.due || a.order - b.order);
    const next = waiting.shift();
    try {
      next?.fire();
    } finally {
      pump();
    }
  }, 1);
}

function clear(timer) {
  const index = waiting.indexOf(timer);
  if (index >= 0) waiting.splice(index, 1);
}

globalThis.setTimeout = (callback, delay, ...args) => new Timeout(callback, args, delay, false);
globalThis.setInterval = (callback, delay, ...args) => new Timeout(callback, args, delay, true);
globalThis.clearTimeout = clear;
globalThis.clearInterval = clear;
Date.now = () => epoch + now;
performance.now = () => now;
