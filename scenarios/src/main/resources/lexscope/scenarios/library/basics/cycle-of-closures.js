// Title: Closures that refer to each other are collected together
// Why: Reachability starts at roots. Two closures that hold each other's binding form a cycle that no root leads to.
// Output:
//   true
// Values:           whole  v8     used
//   ping            dead   dead   dead   part of an unreachable cycle
//   pong            dead   dead   dead   part of an unreachable cycle
function setup() {
  const ping = track("ping", (n) => (n === 0 ? true : pong(n - 1)));
  const pong = track("pong", (n) => (n === 0 ? false : ping(n - 1)));
  return ping(10);
}
console.log(setup());
