import { writeSync } from "node:fs";

// Ends within a frame.
writeSync(1, '{"id":0,"ready":true}\n');
process.stdin.on("data", () => {
  writeSync(1, '{"id":1,"length":100}\n<p>');
  process.exit(0);
});
