// Title: A tag function that returns a closure over the substitutions
// Why: The renderer needs the values it was called with. The strings object belongs to the call site and is the same for
//   each evaluation.
// Output:
//   <b>x</b> true
// Values:           whole  v8     used
//   name            alive  alive  alive  one of the values that the renderer reads
//   spare           alive  dead   dead   a local of the tag function
function html(strings, ...values) {
  const spare = values[0].text === "x" ? track("spare", {}) : {};
  spare.size = strings.length;
  const render = () => strings.reduce((text, part, i) => text + part + (i < values.length ? values[i].text : ""), "");
  render.strings = strings;
  return render;
}
function label(name) {
  return html`<b>${name}</b>`;
}
keep.push(label(track("name", { text: "x" })));
const again = (function () {
  return label({ text: "y" }).strings;
})();
console.log(keep[0](), keep[0].strings === again);
