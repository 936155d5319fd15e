// Title: An interval that is cleared
// Why: `clearInterval` removes the table's entry and with it the last edge to the callback. The number that names the timer
//   keeps nothing.
// Rows: timeout-handle
// Output:
//   3
// Values:           whole  v8     used
//   props           dead   dead   dead   used by a callback that no root leads to
function mount(props) {
  let ticks = 0;
  const id = setInterval(() => {
    props.ticks = ++ticks;
    if (ticks === 3) {
      clearInterval(id);
      console.log(ticks);
    }
  }, 1000);
  keep.push(id);
}
mount(track("props", {}));
