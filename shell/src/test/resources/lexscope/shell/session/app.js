class Session {
  constructor(name) {
    this.name = name;
    this.data = new Array(100).fill(name);
  }
}
const listeners = [];
function attach(name) {
  const cache = new Array(2000).fill(name);
  const session = new Session(name);
  const unused = () => cache.length;
  let count = 0;
  function onClick(event) {
    count++;
    return session.name + event;
  }
  listeners.push(onClick);
  return count;
}
for (const each of ['a', 'b', '世界']) {
  attach(each);
}
lexscope.snapshot('first');
let total = 0;
for (let i = 0; i < 3; i++) {
  total += listeners[0](i).length;
}
attach('late');
console.log('done', total);
