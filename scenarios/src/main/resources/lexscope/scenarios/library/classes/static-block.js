// Title: A static block is a function of its own
// Why: The variables of the block belong to the call that evaluates it. The closure kept from there shares the context with
//   the other closure made there.
// Rows: fields-static-blocks
// Values:           whole  v8     used
//   local           alive  dead   dead   captured by nobody
//   captured        alive  alive  dead   captured by a closure of the block that is gone
(function () {
  class Registry {
    static {
      const local = track("local", {});
      const captured = track("captured", {});
      const read = () => captured;
      read(local);
      keep.push(() => "registered");
    }
  }
  return Registry.name;
})();
