// Title: A callback that was only called leaves nothing behind
// Why: `map` and `sort` hold their callback while they run. Afterwards nothing leads to the callback's record.
// Output:
//   3,2,1
// Values:           whole  v8     used
//   factor          dead   dead   dead   used by a callback that is gone
//   callback        dead   dead   dead   the callback itself
function compute() {
  const factor = track("factor", { by: 1 });
  const callback = track("callback", (n) => n * factor.by);
  return [1, 2, 3].map(callback).sort((a, b) => b - a);
}
keep.push(compute());
console.log(String(keep[0]));
