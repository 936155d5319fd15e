// Title: try, catch and finally are three scopes
// Why: A closure made in the finally block has neither the record of the try block nor that of the catch clause.
// Rows: catch, block
// Values:           whole  v8     used
//   tried           dead   dead   dead   in the record of the try block
//   caught          dead   dead   dead   in the record of the catch clause
//   last            alive  alive  alive  read by the kept closure
function setup() {
  try {
    const tried = track("tried", {});
    throw track("caught", { tried: () => tried });
  } catch (error) {
    error.tried();
  } finally {
    const last = track("last", {});
    keep.push(() => last);
  }
}
setup();
