// Title: A listener on an element in the document
// Why: The document is a root, elements hold their listeners, the listener its environment.
// Output:
//   click 3
// Values:           whole  v8     used
//   rows            alive  alive  alive  used by the listener
//   response        alive  dead   dead   in the record of the call
//   button          alive  alive  alive  child of the document's body
function render() {
  const rows = track("rows", [1, 2, 3]);
  const response = track("response", { rows });
  response.seen = true;
  const button = document.body.appendChild(track("button", document.createElement("button")));
  button.addEventListener("click", () => console.log("click", rows.length));
  button.dispatchEvent(new Event("click"));
}
render();
