// Title: A catch pattern keeps the whole thrown value in V8
// Why: The specification binds the names of the pattern only. V8 first puts the thrown value into a hidden variable of the
//   catch context, where it stays: the one place where V8 keeps more than the specification.
// Rows: catch, catch-pattern-holds-thrown
// Values:           whole  v8     used
//   thrown          dead   alive  dead   destructured, not bound; V8's catch context holds it
//   detail          dead   alive  dead   a property of the thrown value that the pattern does not name
//   code            alive  alive  alive  bound by the pattern, read by the closure
function setup() {
  try {
    throw track("thrown", { code: track("code", {}), detail: track("detail", {}) });
  } catch ({ code }) {
    keep.push(() => code);
  }
}
setup();
