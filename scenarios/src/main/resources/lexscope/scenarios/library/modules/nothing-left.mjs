// Title: A module that leaves no function behind
// Why: No export, no kept function: only the evaluation needed the variables. The specification's module record keeps its
//   environment. V8's keeps the finished activation of the module and so its context, where the captured variables are.
// Rows: module
// Output:
//   evaluated
// Values:           whole  v8     used
//   captured        alive  alive  dead   captured by a function that is gone
//   plain           alive  dead   dead   captured by nobody
const captured = track("captured", { text: "evaluated" });
const plain = track("plain", {});
plain.size = 1;
[0].forEach(() => console.log(captured.text));
