/** The reference passes the kit; references with one fault each do not. */
import { afterAll, expect, test } from "bun:test";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FIXTURES, type Group, readGroups } from "../runner/cases.ts";
import { check } from "../runner/check.ts";

const KIT = fileURLToPath(new URL("../", import.meta.url));
const WIRE = join(KIT, "../mizan-jakarta/src/test/resources/wire");
const SECRET = "0123456789abcdef-of-the-kit-fedcba9876543210";
const folders: string[] = [];

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

interface SetUp {
  readonly options?: readonly string[];
  readonly prefix?: string;
  readonly groups?: (group: Group) => boolean;
}

/** The titles of the cases that a server in a folder fails. */
async function failures(folder: string, { options = [], prefix = "", groups = isPlain }: SetUp = {}): Promise<readonly string[]> {
  const arguments_ = ["--port", "0", "--secret", SECRET, "--prefix", prefix, ...options];
  const server = Bun.spawn([process.execPath, join(folder, "reference/main.ts"), ...arguments_], {
    stdout: "pipe",
    stderr: "ignore",
  });
  try {
    const reader = server.stdout.getReader();
    const base = new URL(new TextDecoder().decode((await reader.read()).value).trim());
    const subject = { base, app: base.pathname.replace("/api/mizan", ""), prefix, secret: SECRET };
    const failed: string[] = [];
    let count = 0;
    for (const group of readGroups(FIXTURES).filter(groups)) {
      for (const one of group.cases) {
        count++;
        const outcome = await check(group, one, subject);
        if (outcome.verdict !== "passed") {
          failed.push(`${group.name}/${one.name}: ${outcome.problems.join("; ")}`);
        }
      }
    }
    expect(count).toBeGreaterThan(0);
    return failed;
  } finally {
    server.kill();
    await server.exited;
  }
}

function isPlain(group: Group): boolean {
  return group.needs === undefined || group.name === "manifest-hidden";
}

test("reference_passes", async () => expect(await failures(KIT)).toEqual([]), 60_000);

const EXPOSED: SetUp = { options: ["--manifest", "--root", "/shop/eu"], prefix: "/eu", groups: (group) => group.name !== "manifest-hidden" && group.name !== "naming" };
const SNAKE: SetUp = { options: ["--manifest", "--naming", "snake_case"], groups: (group) => group.name === "naming" };

test("reference_passes_withItsManifestExposed", async () => expect(await failures(KIT, EXPOSED)).toEqual([]), 60_000);

test("reference_passes_inSnakeCase", async () => expect(await failures(KIT, SNAKE)).toEqual([]), 60_000);

const FAULTS: readonly (readonly [string, string, string, SetUp?])[] = [
  ["targets.ts", "[...target.scope].sort(([a], [b]) => (a < b ? -1 : 1))", "[...target.scope].sort(([a], [b]) => (a < b ? 1 : -1))"],
  ["targets.ts", "value === undefined ? [] : [[name, value]]", "value === undefined || true ? [] : [[name, value]]"],
  ["targets.ts", "/[!'()*]/g", "/[!]/g"],
  ["values.ts", "const INTEGER = /^-?[0-9]{1,64}$/;", "const INTEGER = /^[+-]?[0-9]{1,64}$/;"],
  ["values.ts", 'throw new BadParameter(name, "is given more than once");', ""],
  ["values.ts", "isName(unknown) ? unknown : \"?\"", "unknown"],
  ["json.ts", "if (members.has(name)) {", "if (false) {"],
  ["json.ts", "fatal: true, ignoreBOM: true", "fatal: true, ignoreBOM: false"],
  ["server.ts", '"Cache-Control": "no-store",\n    "X-Content', '"Cache-Control": "no-cache",\n    "X-Content'],
  ["server.ts", "functions.sort(([a], [b]) => (a < b ? -1 : 1));", "functions.reverse();"],
  ["server.ts", "[decodeURIComponent(value)]", "[value]"],
  ["targets.ts", 'one.context === "*" ||', ""],
  ["manifest.ts", "[0-9A-CF]|3[A-F]", "[0-9A-CF]|3[A-E]", EXPOSED],
  ["manifest.ts", '"userid", ', "", EXPOSED],
  ["manifest.ts", "JSON.stringify(sorted(whole), null, 2)}\\n", "JSON.stringify(sorted(whole), null, 2)}", EXPOSED],
  ["server.ts", "&& this.settings.exposeManifest", ""],
  ["naming.ts", "functions[name]?.named === true ? name : snakeCase(name)", "snakeCase(name)", SNAKE],
  ["naming.ts", "affected.split(\".\").map(nameOf).join(\".\")", "affected", SNAKE],
  ["keys.ts", "u: user", "v: user"],
];

test.each(FAULTS)("fault_isCaught %s %s", async (file, find, replacement, setUp) => {
  const folder = mkdtempSync(join(tmpdir(), "mizan-kit-"));
  folders.push(folder);
  for (const part of ["reference", "fixtures"]) {
    cpSync(join(KIT, part), join(folder, part), { recursive: true });
  }
  const source = join(folder, "reference", file);
  const text = readFileSync(source, "utf8");
  expect(text.split(find).length).toBe(2);
  writeFileSync(source, text.replace(find, () => replacement));
  expect(await failures(folder, setUp)).not.toEqual([]);
}, 60_000);

/** The vectors of the protocol, which the folder of the kit holds a copy of. */
function vectors(file: string): unknown {
  return JSON.parse(readFileSync(join(FIXTURES, "wire", file), "utf8"));
}

test("vectors_areThoseOfTheProtocol", () => {
  for (const file of readdirSync(join(FIXTURES, "wire"))) {
    expect(readFileSync(join(FIXTURES, "wire", file)).equals(readFileSync(join(WIRE, file)))).toBe(true);
  }
});
