import { writeSync } from "node:fs";

// Is ready, and reads nothing.
writeSync(1, '{"id":0,"ready":true}\n');
setInterval(() => {}, 1_000);
