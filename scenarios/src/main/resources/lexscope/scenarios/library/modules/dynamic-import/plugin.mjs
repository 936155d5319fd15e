const state = track("state", { name: "plugin" });
const plain = track("plain", {});
plain.size = 1;
export const exported = track("exported", {});
export function name() {
  return state.name;
}
