'use strict';
// Named channels, after the documentation of Node's module `diagnostics_channel`.

const { invalidArgType, checkFunction } = require('internal/errors');

const channels = new Map();

class Channel {
  constructor(name) {
    this._subscribers = undefined;
    this._stores = undefined;
    this.name = name;
  }

  get hasSubscribers() { return this._subscribers !== undefined && this._subscribers.length > 0; }

  subscribe(subscription) {
    checkFunction(subscription, 'subscription');
    this._subscribers = [...this._subscribers ?? [], subscription];
  }

  unsubscribe(subscription) {
    const index = this._subscribers?.indexOf(subscription) ?? -1;
    if (index < 0) return false;
    this._subscribers = this._subscribers.toSpliced(index, 1);
    return true;
  }

  publish(data) {
    for (const each of this._subscribers ?? []) {
      try {
        each(data, this.name);
      } catch (error) {
        native.nextTick(() => { throw error; }, []);
      }
    }
  }

  runStores(data, fn, thisArg, ...args) {
    this.publish(data);
    return Reflect.apply(fn, thisArg, args);
  }
}

function channel(name) {
  if (typeof name !== 'string' && typeof name !== 'symbol') {
    throw invalidArgType('channel', ['string', 'symbol'], name);
  }
  let found = channels.get(name);
  if (found === undefined) channels.set(name, found = new Channel(name));
  return found;
}

const STEPS = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];

class TracingChannel {
  constructor(nameOrChannels) {
    for (const step of STEPS) {
      this[step] = typeof nameOrChannels === 'string' ? channel(`tracing:${nameOrChannels}:${step}`)
        : nameOrChannels[step];
    }
  }

  get hasSubscribers() { return STEPS.some((step) => this[step]?.hasSubscribers); }

  subscribe(handlers) {
    for (const step of STEPS) if (handlers[step]) this[step]?.subscribe(handlers[step]);
  }

  unsubscribe(handlers) {
    let done = true;
    for (const step of STEPS) {
      if (handlers[step] && !this[step]?.unsubscribe(handlers[step])) done = false;
    }
    return done;
  }

  traceSync(fn, context = {}, thisArg, ...args) {
    const { start, end, error } = this;
    return start.runStores(context, () => {
      try {
        const result = Reflect.apply(fn, thisArg, args);
        context.result = result;
        return result;
      } catch (reason) {
        context.error = reason;
        error.publish(context);
        throw reason;
      } finally {
        end.publish(context);
      }
    });
  }

  tracePromise(fn, context = {}, thisArg, ...args) {
    const { start, end, asyncStart, asyncEnd, error } = this;
    const settle = (kind, value) => {
      context[kind] = value;
      if (kind === 'error') error.publish(context);
      asyncStart.publish(context);
      asyncEnd.publish(context);
    };
    return start.runStores(context, () => {
      try {
        let promise = Reflect.apply(fn, thisArg, args);
        if (!(promise instanceof Promise)) promise = Promise.resolve(promise);
        return promise.then((result) => {
          settle('result', result);
          return result;
        }, (reason) => {
          settle('error', reason);
          return Promise.reject(reason);
        });
      } catch (reason) {
        context.error = reason;
        error.publish(context);
        throw reason;
      } finally {
        end.publish(context);
      }
    });
  }
}

module.exports = {
  channel,
  hasSubscribers: (name) => channels.get(name)?.hasSubscribers ?? false,
  subscribe: (name, subscription) => channel(name).subscribe(subscription),
  tracingChannel: (nameOrChannels) => new TracingChannel(nameOrChannels),
  unsubscribe: (name, subscription) => channel(name).unsubscribe(subscription),
  Channel,
};
