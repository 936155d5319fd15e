// Title: Removing listeners by an AbortController
// Why: Aborting removes every listener that was added with the signal.
// Output:
//   message
// Values:           whole  v8     used
//   data            dead   dead   dead   used by a listener that the signal removed
//   target          alive  alive  alive  kept
(function () {
  const data = track("data", { text: "message" });
  const target = track("target", new EventTarget());
  const controller = new AbortController();
  target.addEventListener("message", () => console.log(data.text), { signal: controller.signal });
  target.dispatchEvent(new Event("message"));
  controller.abort();
  target.dispatchEvent(new Event("message"));
  keep.push(target);
})();
