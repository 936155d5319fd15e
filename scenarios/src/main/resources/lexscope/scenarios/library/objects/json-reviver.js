// Title: A JSON reviver is only called
// Why: `JSON.parse` holds the reviver while it runs. Only a closure that the reviver stores in the result stays.
// Output:
//   2 false
// Values:           whole  v8     used
//   reviver         alive  dead   dead   in the record of the call, which the stored closure leads to
//   seen            alive  alive  dead   used by the reviver, which shares its context with `load`
//   extra           alive  alive  alive  used by the closure that went into the result
function parse(text) {
  const seen = track("seen", []);
  const extra = track("extra", {});
  const load = () => extra;
  const reviver = track("reviver", (key, value) => {
    seen.push(key);
    return key === "load" ? load : value;
  });
  const result = JSON.parse(text, reviver);
  result.keys = seen.length;
  return result;
}
keep.push(parse('{"load":null}'));
console.log(keep[0].keys, keep[0].load() === null);
