// Title: An instance leads to its methods' closures
// Why: Instance, prototype, methods: each method keeps what it uses. The constructor keeps `setting`.
// Rows: class
// Output:
//   table
// Values:           whole  v8     used
//   table           alive  alive  alive  used by a method
//   setting         alive  alive  alive  used by the constructor
//   spare           alive  dead   dead   in the record around the class
function define() {
  const table = track("table", { name: "table" });
  const setting = track("setting", { on: true });
  const spare = track("spare", {});
  spare.size = 1;
  return class Reader {
    constructor() {
      this.on = setting.on;
    }
    read() {
      return table.name;
    }
  };
}
keep.push(new (define())());
console.log(keep[0].read());
