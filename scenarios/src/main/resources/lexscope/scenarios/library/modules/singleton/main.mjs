// Title: A module as a singleton
// Why: Two importers share one store. Its private state is used by exported functions, so it lives as long as the module: for
//   ever. Entries that were removed are free.
// Rows: module
// Output:
//   1
// Values:           whole  v8     used
//   entries         alive  alive  alive  used by exported functions of the store
//   kept            alive  alive  alive  an entry of the store
//   removed         dead   dead   dead   removed from the store
//   defaults        alive  dead   dead   unexported variable of the store that only its evaluation used
import { add, size } from "./store.mjs";
import { fill } from "./filler.mjs";
fill();
add("kept", track("kept", {}));
console.log(size());
