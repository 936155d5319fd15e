// Title: An effect that follows its dependencies
// Why: The second render has other dependencies: the first effect is cleaned up, its interval cleared, and with it the first
//   render is free. The cleanup function of the second one was made beside the interval's callback.
// Rows: sibling-closures
// Output:
//   1 1
// Values:           whole  v8     used
//   props0          dead   dead   dead   its interval was cleared
//   props1          alive  alive  alive  used by the interval of the last render
const seen = [];
const slots = [];
let cursor = 0;
function useEffect(effect, dependencies) {
  const slot = cursor++;
  const old = slots[slot];
  if (old === undefined || dependencies.some((value, i) => value !== old.dependencies[i])) {
    old?.cleanup?.();
    slots[slot] = { dependencies, cleanup: effect() };
  }
}
function Clock(props) {
  useEffect(() => {
    const id = setInterval(() => {
      seen.push(props.count);
      if (seen.length === 2) {
        console.log(seen.join(" "));
      }
    }, 400000);
    return () => clearInterval(id);
  }, [props.count]);
}
function render(props) {
  cursor = 0;
  Clock(props);
}
(function () {
  render(track("props0", { count: 0 }));
  render(track("props1", { count: 1 }));
})();
