// Sessions that are dropped, on a bus that stays: the listener needs a counter and keeps the history of its session.
const { EventEmitter } = require('eventemitter3');

const bus = new EventEmitter();

function openSession(user) {
  const history = new Array(5000).fill(user);
  const stats = { messages: 0 };
  const summarize = () => history.join('\n');
  bus.on('message', function count() {
    stats.messages++;
  });
  return { stats, summarize };
}

for (let i = 0; i < 10; i++) {
  const session = openSession('user ' + i);
  bus.emit('message');
  if (session.summarize().length !== 34999 || session.stats.messages !== 1) throw new Error('the app does not work');
}
globalThis.bus = bus;
