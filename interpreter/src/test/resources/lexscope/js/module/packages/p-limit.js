const pl = require('p-limit');
const pLimit = pl.default || pl;
const limit = pLimit(2);
let act = 0,
  max = 0;
Promise.all(
  [1, 2, 3, 4].map((i) =>
    limit(async () => {
      act++;
      max = Math.max(max, act);
      await new Promise((r) => setTimeout(r, 1000));
      act--;
      return i;
    }),
  ),
).then((r) => console.log('lim', r, max, limit.pendingCount, limit.activeCount));
