/**
 * bun conformance/reference/main.ts [--port 8080] [--root /reference] [--secret …] [--manifest [--prefix /path]] [--naming snake_case]:
 * serves the application of the fixtures on 127.0.0.1.
 */
import { parseArgs } from "node:util";
import { createApplication } from "./application.ts";
import { inSnakeCase } from "./naming.ts";
import { DEFAULTS, Server } from "./server.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8080" },
    root: { type: "string", default: DEFAULTS.root },
    secret: { type: "string" },
    manifest: { type: "boolean", default: false },
    prefix: { type: "string", default: "" },
    naming: { type: "string", default: "java" },
  },
});
const { root, secret, manifest: exposeManifest, prefix: manifestPrefix } = values;
const settings = { ...DEFAULTS, root, secret, exposeManifest, manifestPrefix };
const application = createApplication();
const server = new Server(values.naming === "snake_case" ? inSnakeCase(application) : application, settings);
const listening = Bun.serve({
  hostname: "127.0.0.1",
  port: Number(values.port),
  fetch: (request) => server.answer(request),
});
console.log(`http://127.0.0.1:${listening.port}${settings.root}/api/mizan`);
