// Title: What an error may keep of the place where it was made
// Why: An Error whose `stack` nobody has read yet lets V8 hold the functions and receivers of the frames. The error of the
//   specification holds nothing. Either is accepted under v8.
// Rows: error-stack
// Output:
//   failed
// Values:           whole  v8     used
//   receiver        dead   either dead   `this` of a frame of the recorded stack
//   local           dead   dead   dead   a local of that frame
(function () {
  function fail() {
    const local = track("local", {});
    local.size = 1;
    return new Error("failed");
  }
  const receiver = track("receiver", { fail });
  keep.push(receiver.fail());
})();
console.log(keep[0].message);
