// Title: All cases of a switch are one scope
// Why: The CaseBlock has a single record for the declarations of every case. The closure in the first case keeps a variable
//   declared there because another case, which never runs, has a closure that mentions it.
// Rows: switch
// Values:           whole  v8     used
//   shared          alive  alive  dead   captured by a closure in a case that did not run
//   plain           alive  dead   dead   in the record of the case block, captured by nobody
function setup(mode) {
  switch (mode) {
    case 1:
      let shared = track("shared", {});
      let plain = track("plain", {});
      plain.size = 1;
      keep.push(() => "one");
      break;
    case 2:
      keep.push(() => shared);
      break;
  }
}
setup(1);
