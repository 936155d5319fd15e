// Title: An async function waiting for a timer
// Why: Timer, resolve function, promise, reaction, suspended activation: the timer is due only after the measuring point and
//   keeps the whole chain.
// Rows: generator-async
// Values:           whole  v8     used
//   local           alive  alive  alive  a binding of the suspended activation, used later
//   parameter       alive  alive  alive  a parameter of the suspended activation, used later
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function work(parameter) {
  const local = track("local", {});
  await sleep(5000000);
  return [local, parameter];
}
work(track("parameter", {}));
