const settings = track("settings", { name: "one" });
module.exports = track("exports", { name: () => settings.name });
