// Title: A listener on the body that mentions a removed child
// Why: The child left the document, but the listener was put on the body, where it stays.
// Output:
//   resize
// Values:           whole  v8     used
//   panel           alive  alive  alive  used by a listener of the body
//   content         alive  alive  alive  child of the panel
function open() {
  const panel = document.body.appendChild(track("panel", document.createElement("div")));
  panel.appendChild(track("content", document.createElement("p")));
  document.body.addEventListener("resize", () => console.log("resize", ...panel.tagName === "DIV" ? [] : ["?"]));
  return () => panel.remove();
}
open()();
document.body.dispatchEvent(new Event("resize"));
