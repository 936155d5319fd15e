// Title: for-in makes a record for each key
// Why: The closure keeps the record of its iteration with the key, a string; the object whose keys are visited is a
//   temporary of the loop.
// Rows: for-of-in
// Output:
//   y
// Values:           whole  v8     used
//   table           dead   dead   dead   the object was needed only to start the loop
//   entry0          dead   dead   dead   body of the first iteration
//   entry1          alive  dead   dead   in the same block record as the kept closure
function setup() {
  let turn = 0;
  for (const key in track("table", { x: 1, y: 2 })) {
    const entry = track("entry" + turn++, {});
    entry.key = key;
    if (key === "y") {
      keep.push(() => key);
    }
  }
}
setup();
console.log(keep[0]());
