// Title: A closure in a catch clause keeps the exception
// Why: The record of the clause binds `error`. V8 puts catch variables into a context always, mentioned or not.
// Rows: catch
// Values:           whole  v8     used
//   error           alive  alive  dead   bound by the clause around the closure
//   local           alive  dead   dead   an ordinary variable of the clause's block
function setup() {
  try {
    throw track("error", {});
  } catch (error) {
    const local = track("local", {});
    local.size = 1;
    keep.push(() => "failed");
  }
}
setup();
