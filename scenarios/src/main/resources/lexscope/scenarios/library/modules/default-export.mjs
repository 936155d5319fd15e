// Title: A default export without a name
// Why: The value of `export default` is bound in the module's environment under a name that no text can mention.
// Rows: module
// Values:           whole  v8     used
//   value           alive  alive  alive  the binding `*default*`
//   argument        dead   dead   dead   a temporary of the expression
export default track("value", { from: Object.keys(track("argument", { key: 1 })) });
