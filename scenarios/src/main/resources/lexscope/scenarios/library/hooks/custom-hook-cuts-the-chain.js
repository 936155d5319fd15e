// Title: A custom hook with a small scope
// Why: The memoized callbacks are made inside a function that knows their dependency alone. Their chain has no render in it.
// Output:
//   3
// Values:           whole  v8     used
//   big0            dead   dead   dead   no callback was made in the render's scope
//   big1            dead   dead   dead   no callback was made in the render's scope
//   big2            dead   dead   dead   no callback was made in the render's scope
const slots = [];
let cursor = 0;
let renders = 0;
function useReader(value) {
  const slot = cursor++;
  if (slots[slot] === undefined || slots[slot].value !== value) {
    slots[slot] = { value, callback: () => value };
  }
  return slots[slot].callback;
}
function Form(a, b) {
  const big = track("big" + renders++, {});
  const onA = useReader(a);
  const onB = useReader(b);
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
