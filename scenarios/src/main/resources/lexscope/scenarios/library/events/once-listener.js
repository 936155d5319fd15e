// Title: A listener with `once`
// Why: The listener is removed before it is called, so after the first event nothing leads to it.
// Output:
//   first
// Values:           whole  v8     used
//   data            dead   dead   dead   used by a listener that has run
//   target          alive  alive  alive  kept
(function () {
  const data = track("data", { text: "first" });
  const target = track("target", new EventTarget());
  target.addEventListener("load", () => console.log(data.text), { once: true });
  keep.push(target);
})();
keep[0].dispatchEvent(new Event("load"));
keep[0].dispatchEvent(new Event("load"));
