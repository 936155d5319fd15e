'use strict';
const assertSame = (a, b) => console.log(a === b);
assertSame(require('process'), process);
assertSame(require('node:process'), process);
assertSame(process.getBuiltinModule('events'), require('events'));
console.log(process.getBuiltinModule('nope'));
console.log(typeof process.pid, process.version.split('.')[0], process.versions.node.split('.')[0], process.release.name);
console.log(typeof process.hrtime.bigint(), process.hrtime().length, process.hrtime(process.hrtime()).length);
console.log(Object.keys(process.memoryUsage()), typeof process.memoryUsage.rss(), typeof process.uptime());
console.log(typeof process.cwd(), process.exitCode, typeof process.stdout.write);
process.stdout.write('written ');
process.stdout.write(Buffer.from('bytes\n'));
console.log(process instanceof require('events'), process.listenerCount('exit'));

const order = [];
process.nextTick((...args) => order.push(['tick', ...args]), 1, 2);
Promise.resolve().then(() => { order.push('micro 1'); process.nextTick(() => order.push('tick from micro')); })
  .then(() => order.push('micro 2'));
queueMicrotask(() => order.push('microtask'));
process.nextTick(() => { order.push('tick 2'); process.nextTick(() => order.push('tick 3')); Promise.resolve().then(() => order.push('micro from tick')); });
setTimeout(() => {
  order.push('timeout');
  process.nextTick(() => order.push('tick in timeout'));
  Promise.resolve().then(() => order.push('micro in timeout'));
}, 0);
setTimeout(() => console.log(order), 20);
for (const bad of [undefined, null, 5, 'x', {}]) {
  try {
    process.nextTick(bad);
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}
for (const f of [() => process.hrtime(5), () => process.hrtime([1]), () => process.emitWarning(5), () => process.emitWarning('x', 5), () => process.getBuiltinModule(5), () => { process.exitCode = 1.5; }]) {
  try {
    f();
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}
process.on('warning', (w) => console.log('warning', w.name, w.message, w.code, w.detail));
process.emitWarning('careful');
process.emitWarning('careful', 'Mine', 'CODE1');
process.emitWarning('careful', { type: 'Typed', code: 'C2', detail: 'more' });
process.emitWarning(new Error('an error'));
process.on('unhandledRejection', (reason) => console.log('unhandled', reason.message));
process.on('uncaughtException', (error, origin) => console.log('uncaught', error.message, origin));
Promise.reject(new Error('nobody'));
setTimeout(() => { throw new Error('from a timer'); }, 5);
setTimeout(() => console.log('goes on'), 10);
let again = true;
process.on('beforeExit', (code) => {
  console.log('beforeExit', code);
  if (again) {
    again = false;
    setTimeout(() => console.log('more work'), 1);
  }
});
process.on('exit', (code) => console.log('exit', code));
