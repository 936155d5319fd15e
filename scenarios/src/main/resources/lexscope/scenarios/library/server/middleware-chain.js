// Title: A chain of middleware
// Why: `use` wraps the handler before it. Each wrapper needs its middleware and the next handler; the options were only
//   needed to build it.
// Rows: simple-parameters
// Output:
//   <b>hello</b>
// Values:           whole  v8     used
//   bold            alive  alive  alive  used by a wrapper
//   greet           alive  alive  alive  used by the innermost wrapper
//   options         alive  dead   dead   a parameter of the call that made the wrapper
//   context         dead   dead   dead   a request that was answered
function wrap(next, middleware, options) {
  const prefix = options.prefix;
  return (context) => prefix + middleware(context, next);
}
function build() {
  const bold = track("bold", (context, next) => "<b>" + next(context) + "</b>");
  const greet = track("greet", (context) => context.text);
  return wrap(greet, bold, track("options", { prefix: "" }));
}
keep.push(build());
(function () {
  console.log(keep[0](track("context", { text: "hello" })));
})();
