/** bun conformance/reference/main.ts [--port 8080] [--secret …]: serves the application of the fixtures on 127.0.0.1. */
import { parseArgs } from "node:util";
import { createApplication } from "./application.ts";
import { DEFAULTS, Server } from "./server.ts";

const { values } = parseArgs({
  options: { port: { type: "string", default: "8080" }, secret: { type: "string" } },
});
const settings = { ...DEFAULTS, secret: values.secret };
const server = new Server(createApplication(), settings);
const listening = Bun.serve({
  hostname: "127.0.0.1",
  port: Number(values.port),
  fetch: (request) => server.answer(request),
});
console.log(`http://127.0.0.1:${listening.port}${settings.root}/api/mizan`);
