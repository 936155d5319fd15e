// Title: Operators over a source of events
// Why: Unsubscribing walks down the chain of operators. What is left is the source without observers.
// Output:
//   4
//   done
// Values:           whole  v8     used
//   source          alive  alive  alive  kept
//   sink            dead   dead   dead   unsubscribed
//   factor          dead   dead   dead   used by an operator that was unsubscribed
function makeSource() {
  const observers = new Set();
  return {
    subscribe(observer) {
      observers.add(observer);
      return () => observers.delete(observer);
    },
    emit: (value) => observers.forEach((observer) => observer(value)),
  };
}
const map = (source, f) => ({ subscribe: (observer) => source.subscribe((value) => observer(f(value))) });
(function () {
  const source = track("source", makeSource());
  const factor = track("factor", { by: 2 });
  const unsubscribe = map(source, (n) => n * factor.by).subscribe(track("sink", (n) => console.log(n)));
  source.emit(2);
  unsubscribe();
  source.emit(3);
  keep.push(makeReader(source));
  console.log("done");
})();
function makeReader(source) {
  return () => source;
}
