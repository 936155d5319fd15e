// Title: A closure in the loop head keeps the initial value
// Why: The closure is made before the first iteration and has the record of the head itself, which is not one of the copies:
//   it never sees what the iterations assign.
// Rows: for-let
// Output:
//   initial
// Values:           whole  v8     used
//   initial         alive  alive  alive  in the record of the loop head
//   next            dead   dead   dead   assigned in a copy
function setup() {
  for (let node = track("initial", { name: "initial" }), read = () => node.name, turn = 0; turn < 1; turn++) {
    keep.push(read);
    node = track("next", { name: "next" });
  }
}
setup();
console.log(keep[0]());
