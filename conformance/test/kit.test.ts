/** The reference passes the kit; references with one fault each do not. */
import { afterAll, expect, test } from "bun:test";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FIXTURES, readGroups } from "../runner/cases.ts";
import { check } from "../runner/check.ts";

const KIT = fileURLToPath(new URL("../", import.meta.url));
const WIRE = join(KIT, "../mizan-jakarta/src/test/resources/wire");
const SECRET = "0123456789abcdef-of-the-kit-fedcba9876543210";
const folders: string[] = [];

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** The titles of the cases that a server in a folder fails. */
async function failures(folder: string): Promise<readonly string[]> {
  const server = Bun.spawn([process.execPath, join(folder, "reference/main.ts"), "--port", "0", "--secret", SECRET], {
    stdout: "pipe",
    stderr: "ignore",
  });
  try {
    const reader = server.stdout.getReader();
    const base = new URL(new TextDecoder().decode((await reader.read()).value).trim());
    const failed: string[] = [];
    for (const group of readGroups(FIXTURES)) {
      for (const one of group.cases) {
        const outcome = await check(group, one, { base, app: "/reference", secret: SECRET });
        if (outcome.verdict !== "passed") {
          failed.push(`${group.name}/${one.name}: ${outcome.problems.join("; ")}`);
        }
      }
    }
    return failed;
  } finally {
    server.kill();
    await server.exited;
  }
}

test("reference_passes", async () => expect(await failures(KIT)).toEqual([]), 60_000);

const FAULTS: readonly (readonly [string, string, string])[] = [
  ["targets.ts", "[...target.scope].sort(([a], [b]) => (a < b ? -1 : 1))", "[...target.scope].sort(([a], [b]) => (a < b ? 1 : -1))"],
  ["targets.ts", "value === undefined ? [] : [[name, value]]", "value === undefined || true ? [] : [[name, value]]"],
  ["targets.ts", "/[!'()*]/g", "/[!]/g"],
  ["values.ts", "const INTEGER = /^-?[0-9]{1,64}$/;", "const INTEGER = /^[+-]?[0-9]{1,64}$/;"],
  ["values.ts", 'throw new BadParameter(name, "is given more than once");', ""],
  ["values.ts", "isName(unknown) ? unknown : \"?\"", "unknown"],
  ["json.ts", "if (members.has(name)) {", "if (false) {"],
  ["json.ts", "fatal: true, ignoreBOM: true", "fatal: true, ignoreBOM: false"],
  ["server.ts", '"Cache-Control": "no-store",\n    "X-Content', '"Cache-Control": "no-cache",\n    "X-Content'],
  ["server.ts", "this.contexts.set(context, {\n          functions: [...known.functions, name].sort(),", "this.contexts.set(context, {\n          functions: [...known.functions, name],"],
  ["keys.ts", "u: user", "v: user"],
];

test.each(FAULTS)("fault_isCaught %s %s", async (file, find, replacement) => {
  const folder = mkdtempSync(join(tmpdir(), "mizan-kit-"));
  folders.push(folder);
  for (const part of ["reference", "fixtures"]) {
    cpSync(join(KIT, part), join(folder, part), { recursive: true });
  }
  const source = join(folder, "reference", file);
  const text = readFileSync(source, "utf8");
  expect(text.split(find).length).toBe(2);
  writeFileSync(source, text.replace(find, () => replacement));
  expect(await failures(folder)).not.toEqual([]);
}, 60_000);

test("vectors_areThoseOfTheProtocol", () => {
  for (const file of readdirSync(join(FIXTURES, "wire"))) {
    expect(readFileSync(join(FIXTURES, "wire", file)).equals(readFileSync(join(WIRE, file)))).toBe(true);
  }
});
