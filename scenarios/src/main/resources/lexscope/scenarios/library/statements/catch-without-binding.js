// Title: catch without a parameter binds nothing
// Why: There is neither a record for the thrown value nor a catch context.
// Rows: catch
// Values:           whole  v8     used
//   thrown          dead   dead   dead   not bound
//   local           alive  dead   dead   in the record of the clause's block
function setup() {
  try {
    throw track("thrown", {});
  } catch {
    const local = track("local", {});
    local.size = 1;
    keep.push(() => "failed");
  }
}
setup();
