// The little of the web platform that scenarios use, for engines that lack it.
(function () {
  "use strict";
  if (typeof queueMicrotask === "undefined") {
    globalThis.queueMicrotask = function queueMicrotask(callback) {
      Promise.resolve().then(callback);
    };
  }
  if (typeof Event === "undefined") {
    globalThis.Event = class Event {
      constructor(type) {
        this.type = type;
        this.target = null;
      }
    };
  }
  if (typeof EventTarget === "undefined") {
    globalThis.EventTarget = class EventTarget {
      #listeners = [];
      addEventListener(type, callback, options = {}) {
        if (options.signal?.aborted || this.#listeners.some((l) => l.type === type && l.callback === callback)) {
          return;
        }
        this.#listeners.push({ type, callback, once: options.once === true });
        if (options.signal) {
          afterAbort(options.signal, this, type, callback);
        }
      }
      removeEventListener(type, callback) {
        this.#listeners = this.#listeners.filter((l) => l.type !== type || l.callback !== callback);
      }
      dispatchEvent(event) {
        event.target = this;
        for (const listener of [...this.#listeners]) {
          if (listener.type === event.type && this.#listeners.includes(listener)) {
            if (listener.once) {
              this.removeEventListener(listener.type, listener.callback);
            }
            listener.callback.call(this, event);
          }
        }
        return true;
      }
    };
  }
  function afterAbort(signal, target, type, callback) {
    signal.addEventListener("abort", () => target.removeEventListener(type, callback), { once: true });
  }
  if (typeof AbortController === "undefined") {
    globalThis.AbortSignal = class AbortSignal extends EventTarget {
      aborted = false;
    };
    globalThis.AbortController = class AbortController {
      signal = new AbortSignal();
      abort() {
        if (!this.signal.aborted) {
          this.signal.aborted = true;
          this.signal.dispatchEvent(new Event("abort"));
        }
      }
    };
  }
  if (typeof document === "undefined") {
    class Element extends EventTarget {
      parentNode = null;
      childNodes = [];
      constructor(name) {
        super();
        this.tagName = name.toUpperCase();
      }
      appendChild(child) {
        child.remove();
        child.parentNode = this;
        this.childNodes.push(child);
        return child;
      }
      removeChild(child) {
        this.childNodes.splice(this.childNodes.indexOf(child), 1);
        child.parentNode = null;
        return child;
      }
      remove() {
        this.parentNode?.removeChild(this);
      }
    }
    globalThis.document = {
      body: new Element("body"),
      createElement(name) {
        return new Element(name);
      },
    };
  }
})();
