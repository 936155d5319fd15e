// Title: Each stage of a curried function adds a record
// Why: The last function needs all three arguments, each in the record of its own stage. Nothing superfluous is kept, since
//   each record binds one name.
// Output:
//   6
// Values:           whole  v8     used
//   a               alive  alive  alive  first stage
//   b               alive  alive  alive  second stage
//   c               dead   dead   dead   argument of a call that has returned
const sum = (a) => (b) => (c) => a.n + b.n + c.n;
keep.push(sum(track("a", { n: 1 }))(track("b", { n: 2 })));
console.log(keep[0](track("c", { n: 3 })));
