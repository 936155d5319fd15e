// Title: Subscribers that forget to unsubscribe
// Why: The store is global and keeps its subscribers; each view's subscriber keeps the view.
// Output:
//   notified 1
// Values:           whole  v8     used
//   closedView      dead   dead   dead   unsubscribed
//   forgottenView   alive  alive  alive  its subscriber is still in the list
//   template        alive  dead   dead   in the record of the forgotten view's call
const subscribers = new Set();
function openView(name, templateName) {
  const view = track(name, { shown: 0 });
  const template = templateName ? track(templateName, {}) : {};
  template.size = 1;
  const subscriber = () => ++view.shown;
  subscribers.add(subscriber);
  return () => subscribers.delete(subscriber);
}
(function () {
  const close = openView("closedView");
  openView("forgottenView", "template");
  close();
})();
let notified = 0;
subscribers.forEach((notify) => (notified += notify()));
console.log("notified", notified);
