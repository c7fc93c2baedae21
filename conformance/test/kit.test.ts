/** The reference passes the kit; references with one fault each do not. */
import { afterAll, expect, test } from "bun:test";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { canonical, parse } from "../reference/json.ts";
import { header, type Target, targetOf, toJson, withTarget } from "../reference/targets.ts";
import { bindJson, type Scalar, scopeValue, type ScopeValue, type Type } from "../reference/values.ts";
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
  ["manifest.ts", "Math.min(...lives)", "Math.max(...lives)", EXPOSED],
  ["manifest.ts", "Math.min(...lives) || false", "Math.min(...lives)", EXPOSED],
  ["manifest.ts", "Math.max(0,", "Math.min(0,", EXPOSED],
  ["manifest.ts", "?.shared === true", "?.shared === false", EXPOSED],
  ["server.ts", "...(added.length > 0 ? [header(added)] : [])", ""],
  ["manifest.ts", "JSON.stringify(sorted(whole), null, 2)}\\n", "JSON.stringify(sorted(whole), null, 2)}", EXPOSED],
  ["server.ts", "&& this.settings.exposeManifest", ""],
  ["naming.ts", "functions[name]?.named === true ? name : snakeCase(name)", "snakeCase(name)", SNAKE],
  ["naming.ts", "affected.split(\".\").map(nameOf).join(\".\")", "affected", SNAKE],
  ["keys.ts", "u: user", "v: user"],
];

// Each with four arguments: one that is missing would be taken for the callback of a test that is done later.
test.each(FAULTS.map(([file, find, replacement, setUp = {}]) => [file, find, replacement, setUp] as const))("fault_isCaught %s %s", async (file, find, replacement, setUp) => {
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

interface VectorTarget {
  readonly context?: string;
  readonly function?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

interface ScopingVector {
  readonly why: string;
  readonly contexts: Readonly<Record<string, { readonly params: readonly string[]; readonly functions: Readonly<Record<string, unknown>> }>>;
  readonly affects: readonly VectorTarget[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly added?: readonly (string | VectorTarget)[];
  readonly invalidate: readonly unknown[] | null;
  readonly header: string | null;
}

function vectors(file: string): unknown {
  return JSON.parse(readFileSync(join(FIXTURES, "wire", file), "utf8"));
}

function scopeOf(values: Readonly<Record<string, unknown>> | undefined): ReadonlyMap<string, ScopeValue> {
  return new Map(Object.entries(values ?? {}).flatMap(([name, json]) => (json === null ? [] : [[name, { text: String(json), json }] as const])));
}

function targetIn(entry: string | VectorTarget): Target {
  const { context = "", function: fn, params } = typeof entry === "string" ? { context: entry } : entry;
  return { context, function: fn, scope: scopeOf(params) };
}

test.each(vectors("scoping.json") as ScopingVector[])("scoping $why", ({ contexts, affects, args, added, invalidate, header: text }) => {
  const declared = affects.map((entry) => {
    const owner = Object.keys(contexts).find((name) => Object.hasOwn(contexts[name]?.functions ?? {}, entry.function ?? ""));
    const context = entry.context ?? owner ?? "";
    return targetOf({ context, function: entry.function, params: contexts[context]?.params ?? [] }, scopeOf(args));
  });
  const targets = [...declared, ...(added ?? []).map(targetIn)].reduce(withTarget, [] as readonly Target[]);
  expect(canonical(targets.map(toJson))).toBe(canonical(invalidate ?? []));
  expect(header(targets)).toBe(text ?? "");
});

test.each((vectors("invalidate-header.json") as { valid: { why: string; targets: VectorTarget[]; header: string }[] }).valid)(
  "header $why",
  ({ targets, header: text }) => expect(header(targets.map(targetIn))).toBe(text),
);

/** Vectors of types that the reference does not have: a record. */
const OTHER_TYPES = /^record /;

test.each((vectors("parameter-text.json") as { java: string; text: string }[]).filter(({ java }) => !OTHER_TYPES.test(java)))(
  "text of $java",
  ({ java, text }) => {
    const [name = "", value = ""] = java.split(/ (.*)/s);
    const types: Readonly<Record<string, Type>> = {
      String: "string",
      BigDecimal: "decimal",
      LocalDate: "date",
      Instant: "instant",
      UUID: "uuid",
      enum: { enum: ["RED"] },
      "List<String>": { list: "string" },
    };
    const type = types[name] ?? (name as Scalar);
    // JSON has no exponent in decimals; its plain form is the same value.
    const plain = value === "1E+3" ? "1000" : value.replace("Color.", "");
    const isJson = /^(?:int|long|double|boolean|String|List<String>)$/.test(name);
    const json = parse(new TextEncoder().encode(isJson ? plain : JSON.stringify(plain)), 5);
    const bound = bindJson({ value: type }, new Map([["value", json]])).get("value");
    expect(scopeValue(type, bound)?.text).toBe(text);
  },
);

test("vectors_areThoseOfTheProtocol", () => {
  for (const file of readdirSync(join(FIXTURES, "wire"))) {
    expect(readFileSync(join(FIXTURES, "wire", file)).equals(readFileSync(join(WIRE, file)))).toBe(true);
  }
});
