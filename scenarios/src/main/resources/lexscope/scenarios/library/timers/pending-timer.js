// Title: A timer that is not yet due
// Why: Its due time lies after the measuring point. Callback and arguments are held by the timer table.
// Values:           whole  v8     used
//   message         alive  alive  alive  used by the callback
//   argument        alive  alive  alive  passed to setTimeout, held until the timer fires
//   spare           alive  dead   dead   in the record in which the callback was made
function start() {
  const message = track("message", {});
  const spare = track("spare", {});
  spare.size = 1;
  setTimeout(() => message, 2000000, track("argument", {}));
}
start();
