// Title: Passing an updater function instead of the value
// Why: The interval's callback uses `setCount` with a function of the old state, so it needs nothing of the render.
// Output:
//   2
// Values:           whole  v8     used
//   props0          alive  dead   dead   in the record in which the effect's closures were made
//   state           alive  alive  alive  the hook's own state
const state = track("state", { count: 0 });
function setCount(update) {
  state.count = update(state.count);
}
let mounted = false;
function useMount(effect) {
  if (!mounted) {
    mounted = true;
    effect();
  }
}
function Clock(props) {
  useMount(() => {
    setInterval(() => setCount((count) => count + 1), 400000);
  });
  return props.label;
}
(function () {
  Clock(track("props0", { label: "clock" }));
  setTimeout(() => console.log(state.count), 900000);
})();
