import process, { nextTick } from 'node:process';
import { createRequire, isBuiltin, builtinModules } from 'module';
import * as path from 'path';
import pathDefault, { join } from 'node:path';
import EventEmitter, { EventEmitter as Named, once } from 'events';
import { types, inspect } from 'util';
import { isMap } from 'util/types';
import dc from 'diagnostics_channel';
import punycode from 'node:string_decoder';
import { EOL } from 'os';
import { performance as perf } from 'perf_hooks';

const require = createRequire(import.meta.url);
console.log(EventEmitter === Named, typeof once, require('events') === EventEmitter, path.default === pathDefault, join('a', 'b'));
console.log(process === globalThis.process, nextTick === process.nextTick, typeof punycode.StringDecoder);
console.log(types.isMap === isMap, inspect(new Map([[1, 2]])), JSON.stringify(EOL), perf === performance);
for (const name of ['fs', 'node:fs', 'events', 'node:events', 'node:test', 'test', 'lodash', 'node:nope', 'util/types', 'node:util/types', '']) {
  console.log(name, isBuiltin(name));
}
console.log(['events', 'util', 'path', 'string_decoder', 'buffer', 'timers', 'process'].every((name) => builtinModules.includes(name)));
console.log(require.resolve('events'), require.resolve('node:events'));
for (const bad of [undefined, 5, 'relative', {}]) {
  try {
    createRequire(bad);
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}
try {
  await import('node:nope');
} catch (e) {
  console.log('no such module');
}
const ns = await import('node:querystring');
console.log(ns.default.parse === ns.parse, Object.keys(ns).length > 5);

const channel = dc.channel('news');
const seen = (message, name) => console.log(message, name);
console.log(channel === dc.channel('news'), channel.hasSubscribers, dc.hasSubscribers('news'));
dc.subscribe('news', seen);
channel.publish({ a: 1 });
console.log(channel.hasSubscribers, dc.unsubscribe('news', seen), dc.unsubscribe('news', seen), channel.hasSubscribers);
const tracing = dc.tracingChannel('work');
tracing.subscribe({
  start: (c) => console.log('start', c), end: (c) => console.log('end', c.id, c.result), error: (c) => console.log('error', c.error.message),
  asyncStart: (c) => console.log('asyncStart', c.id), asyncEnd: (c) => console.log('asyncEnd', c),
});
console.log(tracing.traceSync((x) => x + 1, { id: 1 }, null, 41));
try {
  tracing.traceSync(() => { throw new Error('sync'); }, { id: 2 });
} catch (e) {
  console.log(e.message);
}
console.log(await tracing.tracePromise(async (x) => x, { id: 3 }, null, 'v'));
try {
  dc.channel(5);
} catch (e) {
  console.log(e.name, e.code, e.message);
}
