// Title: Importing one name through an index module
// Why: `export … from` makes no binding, but it loads the module. What `heavy` exports lives for ever although nobody imports
//   it.
// Rows: module
// Output:
//   light
// Values:           whole  v8     used
//   light           alive  alive  alive  imported
//   heavy           alive  alive  alive  exported by a module that was loaded
//   internal        alive  dead   dead   unexported variable of that module
import { light } from "./index.mjs";
console.log(light.name);
