// Tests without a document (of the runtime, of generated code), then those of the React binding: with the React of
// today and the one before.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const runs = [
  { folders: ["runtime/", "generated/"], config: "./tsconfig.json", react: "" },
  { folders: ["react/"], config: "./tsconfig.json", react: "19" },
  { folders: ["react/"], config: "./tsconfig.react18.json", react: "18" },
];
const bun = fileURLToPath(new URL("run-bun.mjs", import.meta.url));
for (const { folders, config, react } of runs) {
  const run = spawnSync(process.execPath, [bun, "test", "--only-failures", "--tsconfig-override", config, ...folders], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    stdio: "inherit",
    env: { ...process.env, REACT: react },
  });
  if (run.status !== 0) {
    process.exit(run.status ?? 1);
  }
}
