// Timers on a virtual clock for engines that are not ours: nothing waits, the order is that of (due time, age).
// `fireNextTimer()` runs the next callback that is due before the measuring point and says whether there was one.
(function () {
  "use strict";
  const until = 1000000;
  const maxTurns = 10000;
  const pending = new Map();
  let now = 0;
  let lastId = 0;
  let turns = 0;

  function schedule(callback, delay, repeat, args) {
    const wait = Math.max(1, Math.trunc(Number(delay)) || 0);
    lastId++;
    pending.set(lastId, { id: lastId, at: now + wait, wait, repeat, callback, args });
    return lastId;
  }

  globalThis.setTimeout = function setTimeout(callback, delay, ...args) {
    return schedule(callback, delay, false, args);
  };
  globalThis.setInterval = function setInterval(callback, delay, ...args) {
    return schedule(callback, delay, true, args);
  };
  globalThis.clearTimeout = function clearTimeout(id) {
    pending.delete(id);
  };
  globalThis.clearInterval = function clearInterval(id) {
    pending.delete(id);
  };

  function nextDue() {
    let next = null;
    for (const timer of pending.values()) {
      if (timer.at < until && (next === null || timer.at < next.at)) {
        next = timer;
      }
    }
    return next;
  }

  globalThis.fireNextTimer = function fireNextTimer() {
    const timer = nextDue();
    if (timer === null || turns >= maxTurns) {
      return false;
    }
    turns++;
    now = timer.at;
    pending.delete(timer.id);
    if (timer.repeat) {
      timer.at = now + timer.wait;
      pending.set(timer.id, timer);
    }
    timer.callback(...timer.args);
    return true;
  };
})();
