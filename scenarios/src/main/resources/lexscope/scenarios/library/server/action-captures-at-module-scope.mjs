// Title: A server action that captured the first user
// Why: `user` is a variable of the module, read once when the module was loaded. The exported action uses it: the user of the
//   first request lives as long as the process, and every later request sees it.
// Rows: module
// Output:
//   archived for ada
// Values:           whole  v8     used
//   user            alive  alive  alive  used by an exported function
//   session         alive  dead   dead   an unexported variable of the module
const session = track("session", { user: "ada" });
const user = await Promise.resolve(track("user", { name: session.user }));
export async function archive() {
  return "archived for " + user.name;
}
console.log(await archive());
