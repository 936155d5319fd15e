// Title: An element taken out of the document
// Why: With the element its listeners go, unless something else holds the element: here a closure.
// Values:           whole  v8     used
//   dropped         dead   dead   dead   not in the document, held by nobody
//   droppedState    dead   dead   dead   used by the listener of the dropped element
//   detached        alive  alive  alive  not in the document, but used by a kept closure
//   detachedState   alive  alive  alive  used by the listener of the detached element
function show(name) {
  const state = track(name + "State", {});
  const element = document.body.appendChild(track(name, document.createElement("div")));
  element.addEventListener("click", () => state);
  return element;
}
(function () {
  const dropped = show("dropped");
  const detached = show("detached");
  dropped.remove();
  detached.remove();
  keep.push(makeReader(detached));
})();
function makeReader(element) {
  return () => element;
}
