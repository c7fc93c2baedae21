import { writeSync } from "node:fs";

// Answers each render with 50 MB.
writeSync(1, '{"id":0,"ready":true}\n');
const page = Buffer.alloc(50 << 20, "x");
process.stdin.on("data", (chunk: Buffer) => {
  for (const line of chunk.toString().split("\n").filter((text) => text !== "")) {
    const { id, method } = JSON.parse(line) as { id: number; method: string };
    if (method === "render") {
      writeSync(1, `{"id":${id},"length":${page.length}}\n`);
      for (let at = 0; at < page.length; ) {
        at += writeSync(1, page, at);
      }
    } else {
      writeSync(1, `{"id":${id},"pong":true,"rss":1}\n`);
    }
  }
});
