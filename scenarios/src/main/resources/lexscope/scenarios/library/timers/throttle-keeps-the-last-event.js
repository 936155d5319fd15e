// Title: A throttle that remembers the last event
// Why: The trailing call needs the last arguments, so the wrapper has a binding for them, which it never clears.
// Output:
//   1
//   2
// Values:           whole  v8     used
//   event1          dead   dead   dead   replaced by the second event
//   event2          alive  alive  alive  still bound to `last`
function throttle(action, wait) {
  let last = null;
  let waiting = false;
  return (event) => {
    last = event;
    if (!waiting) {
      waiting = true;
      action(last);
      setTimeout(() => {
        waiting = false;
        action(last);
      }, wait);
    }
  };
}
keep.push(throttle((event) => console.log(event.n), 100));
keep[0](track("event1", { n: 1 }));
keep[0](track("event2", { n: 2 }));
