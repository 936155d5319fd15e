// Title: A closure in the head of for-of sees an uninitialised variable
// Why: The expression of the head is evaluated in a record of its own in which `item` exists but never gets a value.
// Rows: for-of-in
// Output:
//   ReferenceError
// Values:           whole  v8     used
//   item            dead   dead   dead   the iterations have other records
//   nearby          alive  dead   dead   in the record of the call
function setup() {
  const nearby = track("nearby", {});
  for (const item of ((reader) => (keep.push(reader), [track("item", {})]))(() => item)) {
    item.seen = nearby !== null;
  }
}
setup();
try {
  keep[0]();
} catch (error) {
  console.log(error.name);
}
