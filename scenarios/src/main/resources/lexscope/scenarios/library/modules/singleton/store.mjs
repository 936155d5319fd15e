const defaults = track("defaults", [["x", 1]]);
const entries = track("entries", new Map(defaults));
entries.clear();
export function add(key, value) {
  entries.set(key, value);
}
export function remove(key) {
  entries.delete(key);
}
export function size() {
  return entries.size;
}
