// Title: An interval that is never cleared
// Why: The timer table is a root. It keeps the callback, and the callback the props of a component that was thrown away.
// Output:
//   tick tick
// Values:           whole  v8     used
//   props           alive  alive  alive  used by the interval's callback
//   component       alive  dead   dead   in the record of the call
function mount(props) {
  const component = track("component", { props });
  component.mounted = true;
  let ticks = 0;
  setInterval(() => {
    props.ticks = ++ticks;
    if (ticks === 2) {
      console.log("tick tick");
    }
  }, 400000);
}
mount(track("props", {}));
