// Title: A function keeps what the functions inside it need
// Why: `middle` mentions `deep` only inside a function nested in it. When that inner function is made it must find the
//   binding, so `middle` keeps it even before.
// Rows: sibling-closures
// Output:
//   deep
// Values:           whole  v8     used
//   deep            alive  alive  alive  used two levels further in
//   shallow         alive  dead   dead   used by nobody
function outer() {
  const deep = track("deep", { name: "deep" });
  const shallow = track("shallow", {});
  return function middle() {
    return function inner() {
      return deep.name;
    };
  };
}
keep.push(outer());
console.log(keep[0]()());
