const state = track("state", { count: 0 });
const captured = track("captured", {});
const plain = track("plain", {});
const check = () => captured;
check(plain);
module.exports = track("exports", {
  increment: () => ++state.count,
});
