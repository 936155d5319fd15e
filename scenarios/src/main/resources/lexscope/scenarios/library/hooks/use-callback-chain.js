// Title: Callbacks with different dependencies chain old renders
// Why: Each render's context has both callbacks, because `submit` mentions them. `onA` was made anew in one render, `onB` in
//   another: each keeps its own render's context, where the older one of the other is found, and so on. No living closure
//   mentions `big`.
// Rows: sibling-closures
// Output:
//   3
// Values:           whole  v8     used
//   big0            alive  alive  dead   first render, reached through the chain of callbacks
//   big1            alive  alive  dead   second render
//   big2            alive  alive  dead   last render
const slots = [];
let cursor = 0;
let renders = 0;
function useCallback(callback, dependencies) {
  const slot = cursor++;
  const old = slots[slot];
  if (old === undefined || dependencies.some((value, i) => value !== old.dependencies[i])) {
    slots[slot] = { dependencies, callback };
  }
  return slots[slot].callback;
}
function Form(a, b) {
  const big = track("big" + renders++, {});
  const onA = useCallback(() => a, [a]);
  const onB = useCallback(() => b, [b]);
  const submit = () => [onA(), onB(), big];
  return submit().length;
}
function render(a, b) {
  cursor = 0;
  return Form(a, b);
}
render(1, 1);
render(1, 2);
console.log(render(2, 2));
