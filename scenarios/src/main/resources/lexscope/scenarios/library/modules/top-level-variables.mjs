// Title: Top-level variables of a module
// Why: A loaded module is a root. Its environment has all top-level bindings. V8 keeps those that are exported and, in the
//   module's context, those that some function captured.
// Rows: module
// Values:           whole  v8     used
//   exported        alive  alive  alive  an exported binding
//   needed          alive  alive  alive  read by the kept function
//   captured        alive  alive  dead   captured by an arrow that is gone
//   plain           alive  dead   dead   neither exported nor captured
export const exported = track("exported", {});
const needed = track("needed", {});
const captured = track("captured", {});
const plain = track("plain", {});
plain.size = [0].map(() => captured).length;
keep.push(() => needed);
