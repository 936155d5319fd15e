// Title: A lazy getter that replaces itself
// Why: After the first read the accessor is gone, and with it the closure that knew how to compute the value.
// Output:
//   7 7
// Values:           whole  v8     used
//   recipe          dead   dead   dead   captured by the getter that was replaced
//   value           alive  alive  alive  now a data property
function lazy(recipe) {
  return {
    get value() {
      const value = track("value", { size: recipe.size });
      Object.defineProperty(this, "value", { value });
      return value;
    },
  };
}
keep.push(lazy(track("recipe", { size: 7 })));
console.log(keep[0].value.size, keep[0].value.size);
