// Title: A proxy keeps target and handler
// Why: Both are internal slots. The trap is a closure and keeps what it uses.
// Output:
//   traced
// Values:           whole  v8     used
//   target          alive  alive  alive  [[ProxyTarget]]
//   handler         alive  alive  alive  [[ProxyHandler]]
//   log             alive  alive  alive  used by the trap
//   spare           dead   dead   dead   a local of a call that made no closure
function trace(target, handler) {
  const spare = track("spare", {});
  spare.size = 1;
  return new Proxy(target, handler);
}
function makeHandler() {
  const log = track("log", { text: "traced" });
  return track("handler", { get: () => log.text });
}
keep.push(trace(track("target", {}), makeHandler()));
console.log(keep[0].anything);
