// Title: A listener that was removed
// Why: The element stays in the document; without the listener nothing leads to what it used.
// Output:
//   click
// Values:           whole  v8     used
//   rows            dead   dead   dead   used by a listener that was removed
//   button          alive  alive  alive  child of the document's body
(function () {
  const rows = track("rows", [1, 2, 3]);
  const button = document.body.appendChild(track("button", document.createElement("button")));
  const onClick = () => console.log("click", ...(rows.length === 3 ? [] : ["?"]));
  button.addEventListener("click", onClick);
  button.dispatchEvent(new Event("click"));
  button.removeEventListener("click", onClick);
  button.dispatchEvent(new Event("click"));
})();
