import { add, remove } from "./store.mjs";
export function fill() {
  add("removed", track("removed", {}));
  remove("removed");
}
