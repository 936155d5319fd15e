// Title: A lazy iterator keeps its callbacks
// Why: An iterator helper that has not finished holds the function it applies and the iterator below it.
// Output:
//   20
// Values:           whole  v8     used
//   factor          alive  alive  alive  used by the mapping function
//   list            alive  alive  alive  the array that the lowest iterator walks
//   spare           alive  dead   dead   in the record in which the mapping function was made
function pipeline(list) {
  const factor = track("factor", { by: 10 });
  const spare = track("spare", {});
  spare.size = 1;
  return list.values().map((n) => n * factor.by).filter((n) => n > 10);
}
keep.push(pipeline(track("list", [1, 2, 3])));
console.log(keep[0].next().value);
