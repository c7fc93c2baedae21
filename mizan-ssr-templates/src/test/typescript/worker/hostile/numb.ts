import { writeSync } from "node:fs";

// Answers one render, after more than a second; then it neither reads nor writes.
writeSync(1, '{"id":0,"ready":true}\n');
process.stdin.once("data", () => {
  process.stdin.pause();
  setTimeout(() => writeSync(1, '{"id":1,"length":1}\nx'), 1_250);
});
setInterval(() => {}, 1_000);
