class Session {
  constructor(user) {
    this.user = user;
    this.visited = new Array(50).fill('/');
  }
}
const listeners = [];
function attach(user) {
  const cache = new Array(2000).fill(user);
  const session = new Session(user);
  const refill = () => cache.fill(user);
  let clicks = 0;
  function onClick(event) {
    clicks++;
    return session.user + event;
  }
  listeners.push(onClick);
  refill();
}
for (let i = 1; i <= 60; i++) {
  attach('user ' + i);
}
lexscope.snapshot('first');
listeners[0](' clicked');
attach('late user');
console.log(listeners.length, 'listeners');
