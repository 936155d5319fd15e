// Title: A module loaded by `import()` stays loaded
// Why: The module map has the plugin for ever, though its namespace object was dropped. The `local` of the importing function
//   has gone.
// Rows: module
// Output:
//   plugin
// Values:           whole  v8     used
//   exported        alive  alive  alive  exported by the plugin
//   state           alive  alive  alive  used by an exported function of the plugin
//   plain           alive  dead   dead   unexported variable of the plugin
//   local           dead   dead   dead   a local of the function that imported
async function load() {
  const local = track("local", {});
  const plugin = await import("./plugin.mjs");
  local.size = 1;
  console.log(plugin.name());
}
load();
