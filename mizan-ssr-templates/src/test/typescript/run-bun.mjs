// Runs the Bun that `npm ci` put into node_modules for this machine: its package moves nothing in an install script.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const system = { darwin: "darwin", linux: "linux", win32: "windows" }[process.platform];
const processor = { x64: "x64", arm64: "aarch64" }[process.arch];
const binary = fileURLToPath(
  new URL(
    `node_modules/@oven/bun-${system}-${processor}/bin/bun${system === "windows" ? ".exe" : ""}`,
    import.meta.url,
  ),
);
const run = spawnSync(binary, process.argv.slice(2), { stdio: "inherit" });
if (run.error) {
  console.error(`Bun does not start: ${run.error.message}. Run 'npm ci' without --omit=optional.`);
}
process.exit(run.status ?? 1);
