// Title: Arguments given to setTimeout
// Why: Handing a value over as an argument instead of capturing it ties its life to the timer.
// Output:
//   late
// Values:           whole  v8     used
//   argument        dead   dead   dead   the timer has fired
function show(argument) {
  console.log(argument.text);
}
setTimeout(show, 10, track("argument", { text: "late" }));
