/** Runs cases against a server and tells the differences. */
import { canonical } from "../reference/json.ts";
import { mint } from "../reference/mwt.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, type Expected, type ExpectedHeader, FIXTURES, type Group, type Step, stepsOf, type Text } from "./cases.ts";
import { type Reply, send } from "./http.ts";

export interface Subject {
  /** `{base}`, without a final slash. */
  readonly base: URL;
  /** The path that the application's own paths are below: that of `{base}` without `/api/mizan`. */
  readonly app: string;
  /** What an edge sees before the paths of the manifest (mizan.manifest.prefix); as a rule nothing. */
  readonly prefix?: string | undefined;
  /** The secret of tokens; without one the cases that need a caller are left out. */
  readonly secret?: string | undefined;
}

export interface Outcome {
  readonly group: string;
  readonly name: string;
  readonly section: string;
  readonly verdict: "passed" | "failed" | "skipped";
  /** One line for each difference, or why it was left out. */
  readonly problems: readonly string[];
}

/** The statuses of the protocol's codes (§5). */
const STATUS: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  STALE_CLIENT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  VALIDATION_FAILED: 422,
  INTERNAL_ERROR: 500,
};

/** Runs one case; the state of the application is brought back first. */
export async function check(group: Group, one: Case, subject: Subject): Promise<Outcome> {
  const done = { group: group.name, name: one.name, section: group.section };
  const steps = stepsOf(one);
  if (subject.secret === undefined && steps.some((step) => step.caller !== undefined)) {
    return { ...done, verdict: "skipped", problems: ["needs --secret, with which the server's tokens are signed"] };
  }
  const problems: string[] = [];
  const reset: Step = { call: { fn: "reset", args: {} }, expect: { result: null } };
  for (const [at, step] of [reset, ...steps].entries()) {
    const label = at === 0 ? "reset: " : steps.length > 1 ? `step ${at}: ` : "";
    try {
      const reply = await perform(step, subject);
      problems.push(...differences(step.expect, reply, subject, step.request?.startsWith("HEAD ") === true).map((line) => label + line));
    } catch (failure) {
      problems.push(`${label}${failure instanceof Error ? failure.message : String(failure)}`);
    }
    if (problems.length > 0) {
      break;
    }
  }
  return { ...done, verdict: problems.length > 0 ? "failed" : "passed", problems };
}

async function perform(step: Step, subject: Subject): Promise<Reply> {
  const calls = step.request === undefined;
  const [method = "", target = ""] = (step.request ?? "POST /call/").split(/ (.*)/s);
  const path = target.startsWith("app:") ? subject.app + target.slice("app:".length) : subject.base.pathname + target;
  const text = step.call === undefined ? (step.post ?? step.body) : JSON.stringify(step.call);
  const token = step.caller === undefined ? {} : { "X-Mizan-Token": await tokenOf(step.caller, subject) };
  const type = calls && step.headers?.["Content-Type"] === undefined ? { "Content-Type": "application/json" } : {};
  const headers = Object.entries({ ...type, ...token, ...step.headers }).filter(([, value]) => value !== "");
  return send(subject.base, {
    method,
    target: path,
    headers: Object.fromEntries(headers),
    body: text === undefined ? undefined : bytesOf(text),
  });
}

async function tokenOf(caller: { id: string; roles: readonly string[] }, subject: Subject): Promise<string> {
  const issuer = { secret: subject.secret ?? "", kid: "1", audience: "conformance", ttl: 60 };
  return (await mint(issuer, Math.floor(Date.now() / 1000), caller.id, caller.roles)).token;
}

function bytesOf(text: Text): Uint8Array {
  const parts = typeof text === "string" ? [text] : text;
  return Buffer.concat(
    parts.map((part) =>
      typeof part === "string"
        ? Buffer.from(part)
        : "hex" in part
          ? Buffer.from(part.hex, "hex")
          : Buffer.from(part.repeat.repeat(part.times)),
    ),
  );
}

function differences(expected: Expected, reply: Reply, subject: Subject, head: boolean): readonly string[] {
  const problems: string[] = [];
  const body = new TextDecoder().decode(reply.body);
  const statuses = [expected.status ?? (expected.error === undefined ? 200 : (STATUS[expected.error] ?? 0))].flat();
  if (!statuses.includes(reply.status)) {
    problems.push(`status: expected ${statuses.join(" or ")}, actual ${reply.status} ${brief(body)}`);
  }
  const ours = expected.status === undefined || expected.error !== undefined;
  const headers: Record<string, ExpectedHeader> = {
    "Cache-Control": "no-store",
    "X-Mizan-Invalidate": expected.stale ?? null,
    ...(ours && !head ? { "Content-Type": { type: "application/json" }, "X-Content-Type-Options": "nosniff" } : {}),
    ...expected.headers,
  };
  for (const [name, value] of Object.entries(headers)) {
    const problem = headerDifference(value, reply.headers.get(name.toLowerCase()));
    if (problem !== undefined) {
      problems.push(`header ${name}: ${problem}`);
    }
  }
  if (expected.error !== undefined) {
    problems.push(...errorDifferences(expected, body));
  } else {
    const bytes = expectedBody(expected, subject);
    if (bytes !== undefined && !Buffer.from(bytes).equals(reply.body)) {
      problems.push(bodyDifference(bytes, body));
    }
  }
  return problems;
}

function headerDifference(expected: ExpectedHeader, actual: string | undefined): string | undefined {
  const told = actual === undefined ? "none" : brief(actual);
  if (expected === null) {
    return actual === undefined ? undefined : `expected none, actual ${told}`;
  }
  if (typeof expected === "string") {
    return actual === expected ? undefined : `expected ${brief(expected)}, actual ${told}`;
  }
  if ("type" in expected) {
    const type = actual?.split(";")[0]?.trim().toLowerCase();
    return type === expected.type ? undefined : `expected the type ${expected.type}, actual ${told}`;
  }
  if ("ends" in expected) {
    return actual?.endsWith(expected.ends) === true ? undefined : `expected the end ${expected.ends}, actual ${told}`;
  }
  const listed = actual?.split(",").map((part) => part.trim()) ?? [];
  const missing = expected.includes.filter((part) => !listed.includes(part));
  return missing.length === 0 ? undefined : `expected ${missing.join(", ")} in it, actual ${told}`;
}

function expectedBody(expected: Expected, subject: Subject): string | undefined {
  if (expected.file !== undefined) {
    return readFileSync(join(FIXTURES, expected.file), "utf8")
      .replaceAll("{base}", (subject.prefix ?? "") + subject.base.pathname.slice(subject.app.length))
      .replaceAll("{prefix}", subject.prefix ?? "");
  }
  if (expected.result !== undefined) {
    return canonical({ invalidate: expected.invalidate, result: expected.result });
  }
  return expected.body === undefined ? undefined : new TextDecoder().decode(bytesOf(expected.body));
}

function bodyDifference(expected: string, actual: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) {
    at++;
  }
  return `body: differs from character ${at}\n      expected ${window(expected, at)}\n      actual   ${window(actual, at)}`;
}

/** The part of a text around a place. */
function window(text: string, at: number): string {
  const from = Math.max(0, at - 60);
  return JSON.stringify(`${from > 0 ? "…" : ""}${text.slice(from, at + 200)}${text.length > at + 200 ? "…" : ""}`);
}

/** Words that only the inside of a server knows (§5: never a class name or a stack trace). */
const INSIDE = /secret|\bat [\w.$]+\(|Exception|Traceback|\.(?:java|ts|py|rb|go):\d/;

function errorDifferences(expected: Expected, body: string): readonly string[] {
  let error: unknown;
  try {
    const whole: unknown = JSON.parse(body);
    error = isObject(whole) && Object.keys(whole).join() === "error" ? whole["error"] : undefined;
  } catch {
    // Told below.
  }
  if (!isObject(error)) {
    return [`body: expected {"error": {…}}, actual ${brief(body)}`];
  }
  const problems: string[] = [];
  const names = Object.keys(error).sort().join();
  if (names !== "code,details,id,message") {
    problems.push(`error: expected the members code, details, id, message, actual ${names}`);
  }
  if (error["code"] !== expected.error) {
    problems.push(`error.code: expected ${expected.error}, actual ${brief(JSON.stringify(error))}`);
  }
  for (const name of ["id", "message"]) {
    if (typeof error[name] !== "string" || error[name] === "") {
      problems.push(`error.${name}: expected a text, actual ${JSON.stringify(error[name])}`);
    }
  }
  const details = expected.details ?? {};
  if (!matches(details, error["details"])) {
    problems.push(`error.details: expected ${JSON.stringify(details)}, actual ${JSON.stringify(error["details"])}`);
  }
  if (INSIDE.test(body)) {
    problems.push(`body: shows the inside of the server: ${brief(body)}`);
  }
  return problems;
}

/** Whether two values are the same; "*" in what is expected stands for any text. */
function matches(expected: unknown, actual: unknown): boolean {
  if (expected === "*") {
    return typeof actual === "string";
  }
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && expected.length === actual.length && expected.every((item, i) => matches(item, actual[i]));
  }
  if (isObject(expected)) {
    const names = Object.keys(expected).sort();
    return isObject(actual) && names.join() === Object.keys(actual).sort().join() && names.every((name) => matches(expected[name], actual[name]));
  }
  return expected === actual;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function brief(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}
