const internal = track("internal", {});
internal.size = 1;
export const heavy = track("heavy", {});
