// Title: A for-await loop over a source that has paused
// Why: The consumer waits for the async generator, which waits for a timer after the measuring point. Both activations are
//   suspended and reachable from the timer.
// Rows: generator-async
// Output:
//   0
// Values:           whole  v8     used
//   consumer        alive  alive  alive  a binding of the waiting consumer
//   producer        alive  alive  alive  a binding of the waiting generator
async function* ticks() {
  const producer = track("producer", { n: 0 });
  for (;;) {
    yield producer.n++;
    await new Promise((resolve) => setTimeout(resolve, 5000000));
  }
}
(async () => {
  const consumer = track("consumer", { seen: 0 });
  for await (const n of ticks()) {
    consumer.seen = n;
    console.log(n);
  }
})();
