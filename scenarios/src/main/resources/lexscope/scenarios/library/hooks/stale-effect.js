// Title: An effect that sees the first render for ever
// Why: The effect runs once, because its list of dependencies is empty. Its interval's callback is a closure of the first
//   render and reads that render's `count`; the later renders are gone.
// Output:
//   0 0
// Values:           whole  v8     used
//   props0          alive  alive  alive  used by the interval of the first render
//   props1          dead   dead   dead   a later render that nothing refers to
//   scratch0        alive  dead   dead   a local of the first render
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
  const scratch = props.count === 0 ? track("scratch0", {}) : {};
  scratch.size = 1;
  useEffect(() => {
    const id = setInterval(() => {
      seen.push(props.count);
      if (seen.length === 2) {
        console.log(seen.join(" "));
      }
    }, 400000);
    return () => clearInterval(id);
  }, []);
}
function render(props) {
  cursor = 0;
  Clock(props);
}
(function () {
  render(track("props0", { count: 0 }));
  render(track("props1", { count: 1 }));
})();
