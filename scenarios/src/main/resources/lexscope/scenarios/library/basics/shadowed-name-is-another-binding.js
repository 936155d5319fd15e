// Title: A shadowed name is not a use
// Why: The closure's own parameter is called `big` too; the outer binding of that name is not what it refers to.
// Values:           whole  v8     used
//   big             alive  dead   dead   only the inner `big` is mentioned by the closure
function setup() {
  const big = track("big", {});
  return (big) => big;
}
keep.push(setup());
