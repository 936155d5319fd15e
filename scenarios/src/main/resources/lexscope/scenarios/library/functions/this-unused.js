// Title: A record holds [[ThisValue]] whether used or not
// Why: The closure never mentions `this`. The function record of the call has it all the same.
// Rows: this-new-target
// Values:           whole  v8     used
//   receiver        alive  dead   dead   [[ThisValue]] of the function record
function method() {
  return () => "done";
}
keep.push(method.call(track("receiver", {})));
