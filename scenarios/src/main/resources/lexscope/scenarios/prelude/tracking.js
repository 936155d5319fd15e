// What every scenario may use: `track(name, value)` makes a value known by name without keeping it, and `keep` is the one
// place from which a scenario keeps anything on purpose. The names of the values still alive are read by `aliveNames()`.
(function () {
  "use strict";
  const targets = new Map();
  globalThis.keep = [];
  globalThis.track = function track(name, value) {
    if (targets.has(name)) {
      throw new Error("tracked twice: " + name);
    }
    targets.set(name, new WeakRef(value));
    return value;
  };
  globalThis.aliveNames = function aliveNames() {
    const names = [];
    for (const [name, target] of targets) {
      if (target.deref() !== undefined) {
        names.push(name);
      }
    }
    return names.join(" ");
  };
  globalThis.trackedNames = function trackedNames() {
    return [...targets.keys()].join(" ");
  };
})();
