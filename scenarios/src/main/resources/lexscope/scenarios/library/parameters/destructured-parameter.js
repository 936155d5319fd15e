// Title: A destructured argument is only a temporary
// Why: The pattern binds `used` and `unused`; the object that was taken apart is bound to nothing. Arrow functions have no
//   arguments object that would hold it.
// Rows: rest-destructured-parameters
// Values:           whole  v8     used
//   options         dead   dead   dead   taken apart and dropped
//   used            alive  alive  alive  bound and read
//   unused          alive  dead   dead   bound, captured by nobody
//   ignored         dead   dead   dead   a property that the pattern does not name
const setup = ({ used, unused }) => {
  unused.seen = true;
  return () => used;
};
keep.push(setup(track("options", { used: track("used", {}), unused: track("unused", {}), ignored: track("ignored", {}) })));
