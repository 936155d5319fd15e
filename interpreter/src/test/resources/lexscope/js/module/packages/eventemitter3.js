const { EventEmitter } = { EventEmitter: require('eventemitter3') };
const e = new EventEmitter();
e.on(
  'a',
  function (x) {
    console.log(x, this.k);
  },
  { k: 1 },
);
e.once('a', (x) => console.log('once', x));
console.log(e.emit('a', 5), e.emit('a', 6), e.emit('zz'), e.eventNames(), e.listenerCount('a'));
e.removeAllListeners();
console.log(e.listeners('a'));
