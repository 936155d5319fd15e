// Title: A sibling closure defeats a WeakRef
// Why: The author made `find` weak on purpose. But the fallback beside it captured the element itself, so the shared context
//   holds it strongly.
// Rows: sibling-closures
// Values:           whole  v8     used
//   element         alive  alive  dead   captured by a fallback that is gone
function restoreLater(element) {
  const reference = new WeakRef(element);
  const fallback = () => element;
  fallback();
  return function find() {
    return reference.deref();
  };
}
keep.push(restoreLater(track("element", {})));
