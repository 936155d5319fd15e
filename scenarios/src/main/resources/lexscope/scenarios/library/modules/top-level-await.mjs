// Title: A module that waits in the middle
// Why: While the module waits it is a suspended activation with all its bindings. When it has finished the rules for modules
//   apply.
// Rows: module, generator-async
// Output:
//   ready
// Values:           whole  v8     used
//   during          alive  dead   dead   an unexported variable of a finished module
//   result          alive  alive  alive  exported
const during = track("during", { text: "ready" });
export const result = await new Promise((resolve) => setTimeout(resolve, 50, track("result", {})));
console.log(during.text);
