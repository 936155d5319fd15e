// Title: A server action that asks for the user each time
// Why: The user is a local of one call. When the call is over nothing keeps it.
// Rows: module, generator-async
// Output:
//   archived for ada
// Values:           whole  v8     used
//   user            dead   dead   dead   a local of a finished call
async function currentUser() {
  return track("user", { name: "ada" });
}
export async function archive() {
  const user = await currentUser();
  return "archived for " + user.name;
}
console.log(await archive());
