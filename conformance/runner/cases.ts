/** What stands in the fixtures (conformance/README.md describes it). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A text, perhaps made of parts: bytes that are no text, and parts that are long. */
export type Text = string | readonly (string | { readonly repeat: string; readonly times: number } | { readonly hex: string })[];

export interface Step {
  /** `METHOD target`; the target is below `{base}`, or below the application after `app:`. */
  readonly request?: string;
  /** Instead of `request`: a call, whose body is this JSON. */
  readonly call?: unknown;
  /** Instead of `request`: a call, with exactly this body. */
  readonly post?: Text;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Text;
  /** Who asks, by a token that the runner makes. */
  readonly caller?: { readonly id: string; readonly roles: readonly string[] };
  readonly expect: Expected;
}

/** A header's value; null: it must not be there. */
export type ExpectedHeader =
  | string
  | null
  | { readonly type: string }
  | { readonly includes: readonly string[] }
  | { readonly ends: string };

export interface Expected {
  /** Several: any of them. Left out: that of the error's code, or 200. */
  readonly status?: number | readonly number[];
  readonly headers?: Readonly<Record<string, ExpectedHeader>>;
  /** The value of X-Mizan-Invalidate; without it there must be none. */
  readonly stale?: string;
  /** All bytes of the body. */
  readonly body?: Text;
  /** The body of a call's success, with `invalidate` when there is one. */
  readonly result?: unknown;
  readonly invalidate?: readonly unknown[];
  /** The code of an error in the protocol's shape, with exactly these details, where "*" stands for any text. */
  readonly error?: string;
  readonly details?: unknown;
  /** A file of the fixtures that is the body, but for {prefix} and, with the prefix before it, {base} in it. */
  readonly file?: string;
}

export interface Case extends Partial<Step> {
  readonly name: string;
  readonly steps?: readonly Step[];
}

export interface Group {
  /** The name of its file, without `.json`. */
  readonly name: string;
  readonly section: string;
  /** What a server must be run with to pass; such a group is left out unless it is asked for. */
  readonly needs?: string;
  readonly cases: readonly Case[];
}

export const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));

export function readGroups(folder: string): readonly Group[] {
  const cases = join(folder, "cases");
  const files = readdirSync(cases).filter((file) => file.endsWith(".json"));
  const groups = files.sort().map((file) => ({ ...(readJson(join(cases, file)) as Group), name: file.slice(0, -".json".length) }));
  return [...groups, { name: "keys", section: "§7.1", cases: keyCases(join(folder, "wire", "cache-keys.json")) }];
}

export function stepsOf(one: Case): readonly Step[] {
  return one.steps ?? [one as Step];
}

interface KeyVector {
  readonly why: string;
  readonly secret: string;
  readonly context: string;
  readonly params: Readonly<Record<string, string>>;
  readonly rev: number;
  readonly user?: string;
  readonly key: string;
}

/** The vectors of keys, each as a call of the function that gives a key. */
function keyCases(file: string): readonly Case[] {
  return (readJson(file) as readonly KeyVector[]).map(({ why, secret, context, params, rev, user, key }) => ({
    name: why,
    call: { fn: "cacheKey", args: { secret, context, params, rev, user } },
    expect: { result: key },
  }));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
