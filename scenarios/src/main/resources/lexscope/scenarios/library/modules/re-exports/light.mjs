export const light = track("light", { name: "light" });
