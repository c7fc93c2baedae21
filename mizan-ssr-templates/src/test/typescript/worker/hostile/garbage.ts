import { writeSync } from "node:fs";

// Prints what is no frame.
writeSync(1, '{"id":0,"ready":true}\n');
process.stdin.on("data", () => {
  writeSync(1, "<p>no frame</p>\n");
});
