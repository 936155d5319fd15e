// A server keeps one small function per session. The records that a session was opened with were meant to go.
const sessions = new Map();

function open(id) {
  const records = new Array(20_000).fill(id);
  const count = () => records.length;
  console.log(`${id}: ${count()} records`);
  sessions.set(id, function close() {
    sessions.delete(id);
  });
}

open("ada");
open("bob");
