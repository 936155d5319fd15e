import timers, { setTimeout as later } from 'node:timers';
import { setTimeout as wait, setInterval as every, setImmediate as soon, scheduler } from 'timers/promises';
import { promisify } from 'util';

process.nextTick(() => console.log('tick comes after the jobs of the module'));
Promise.resolve().then(() => console.log('job'));
console.log(Object.keys(timers).filter((k) => k.startsWith('set')).length, later === setTimeout, timers.promises.setTimeout === wait);
console.log(await wait(2, 'value'), await wait(1), await soon('now'));
let n = 0;
for await (const value of every(3, 'each')) {
  console.log(value, ++n);
  if (n === 3) break;
}
const controller = new AbortController();
later(() => controller.abort(), 2);
await wait(1000, null, { signal: controller.signal }).catch((e) => console.log(e.name, e.code, e.message));
await wait(1000, null, { signal: controller.signal }).catch((e) => console.log(e.name, e.code, e.message));
await wait(1, null, { signal: 5 }).catch((e) => console.log(e.name, e.code, e.message));
await wait(1, null, 5).catch((e) => console.log(e.name, e.code, e.message));
console.log(await promisify(setTimeout)(1, 'promised'), await promisify(setImmediate)('x'));
console.log(await scheduler.wait(1));
const second = new AbortController();
// A node that is late fires both in one turn, and the abort is seen first: so they are far apart.
later(() => second.abort(), 300);
try {
  for await (const value of every(200, 'tick', { signal: second.signal })) console.log(value);
} catch (e) {
  console.log(e.name, e.code);
}
