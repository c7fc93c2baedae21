/** MWT (PROTOCOL §10) a second time, from the protocol alone, on WebCrypto. */
import { type Json, JsonNumber, canonical, parse } from "./json.ts";

export type Reason =
  | "TOO_LARGE"
  | "PARTS"
  | "ENCODING"
  | "HEADER"
  | "ALGORITHM"
  | "TYPE"
  | "KEY_ID"
  | "SIGNATURE"
  | "PAYLOAD"
  | "SUBJECT"
  | "ROLES"
  | "ROLES_KEY"
  | "AUDIENCE"
  | "TIMES"
  | "NOT_YET_VALID"
  | "EXPIRED";

export class BadToken extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

export class MintRefused extends Error {}

export interface Issuer {
  readonly secret: string;
  readonly kid: string;
  readonly audience: string;
  readonly ttl: number;
}

export interface Verifier {
  readonly secret: string;
  readonly kid: string;
  readonly audience: string;
  readonly previous: Readonly<Record<string, string>>;
  readonly leeway: number;
}

export interface Verified {
  readonly id: string;
  readonly roles: readonly string[];
  readonly pkey: string;
  readonly expiresAt: number;
}

const MOST_CHARACTERS = 8192;
const MOST_ROLES = 100;
const DEEPEST = 8;
const DAY = 86_400;
const HMAC = { name: "HMAC", hash: "SHA-256" };
const encoder = new TextEncoder();

export async function rolesKey(sorted: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", encoder.encode(canonical(sorted)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function mint(
  issuer: Issuer,
  now: number,
  id: string,
  roles: readonly string[],
  notAfter?: number,
): Promise<{ token: string; expiresAt: number }> {
  const expiresAt = Math.min(now + issuer.ttl, notAfter ?? Number.MAX_SAFE_INTEGER);
  if (id === "" || roles.length > MOST_ROLES || expiresAt <= now) {
    throw new MintRefused();
  }
  const sorted = [...roles].sort();
  const header = canonical({ alg: "HS256", kid: issuer.kid, typ: "JWT" });
  const claims = canonical({
    sub: id,
    roles: sorted,
    pkey: await rolesKey(sorted),
    aud: issuer.audience,
    iat: now,
    nbf: now,
    exp: expiresAt,
  });
  const signed = `${encode(encoder.encode(header))}.${encode(encoder.encode(claims))}`;
  const key = await importKey(issuer.secret, "sign");
  const token = `${signed}.${encode(new Uint8Array(await crypto.subtle.sign(HMAC, key, encoder.encode(signed))))}`;
  if (token.length > MOST_CHARACTERS) {
    throw new MintRefused();
  }
  return { token, expiresAt };
}

export async function verify(verifier: Verifier, now: number, token: string): Promise<Verified> {
  refuseIf(token.length > MOST_CHARACTERS, "TOO_LARGE");
  const texts = token.split(".");
  refuseIf(texts.length !== 3, "PARTS");
  const [header, payload, signature] = texts.map(decode) as [Bytes, Bytes, Bytes];
  const kid = readHeader(object(header, "HEADER"));
  const secret = new Map([...Object.entries(verifier.previous), [verifier.kid, verifier.secret] as const]).get(kid);
  if (secret === undefined) {
    throw new BadToken("KEY_ID");
  }
  const signed = encoder.encode(`${texts[0]}.${texts[1]}`);
  const key = await importKey(secret, "verify");
  refuseIf(!(await crypto.subtle.verify(HMAC, key, signature, signed)), "SIGNATURE");
  return readClaims(object(payload, "PAYLOAD"), verifier, now);
}

function readHeader(header: ReadonlyMap<string, Json>): string {
  refuseIf(![...header.keys()].every((name) => ["alg", "kid", "typ"].includes(name)), "HEADER");
  refuseIf(header.get("alg") !== "HS256", "ALGORITHM");
  refuseIf(header.has("typ") && header.get("typ") !== "JWT", "TYPE");
  const kid = header.get("kid");
  if (typeof kid !== "string") {
    throw new BadToken("KEY_ID");
  }
  return kid;
}

async function readClaims(claims: ReadonlyMap<string, Json>, verifier: Verifier, now: number): Promise<Verified> {
  const id = claims.get("sub");
  if (typeof id !== "string" || id === "") {
    throw new BadToken("SUBJECT");
  }
  const roles = readRoles(claims.get("roles"));
  const pkey = await rolesKey(roles);
  refuseIf(claims.get("pkey") !== pkey, "ROLES_KEY");
  const aud = claims.get("aud");
  refuseIf((Array.isArray(aud) && aud.length === 1 ? aud[0] : aud) !== verifier.audience, "AUDIENCE");
  const [iat, nbf, exp] = ["iat", "nbf", "exp"].map((name) => seconds(claims.get(name))) as [number, number, number];
  refuseIf(iat > exp || nbf > exp || exp - iat > DAY || exp - nbf > DAY, "TIMES");
  refuseIf(now + verifier.leeway < Math.max(iat, nbf), "NOT_YET_VALID");
  refuseIf(now - verifier.leeway >= exp, "EXPIRED");
  return { id, roles, pkey, expiresAt: exp };
}

function readRoles(list: Json | undefined): readonly string[] {
  if (!Array.isArray(list) || list.length > MOST_ROLES) {
    throw new BadToken("ROLES");
  }
  const roles: string[] = [];
  for (const role of list as readonly Json[]) {
    const last = roles.at(-1);
    if (typeof role !== "string" || (last !== undefined && last >= role)) {
      throw new BadToken("ROLES");
    }
    roles.push(role);
  }
  return roles;
}

function seconds(value: Json | undefined): number {
  if (!(value instanceof JsonNumber) || !/^(?:0|[1-9]\d{0,11})$/.test(value.text)) {
    throw new BadToken("TIMES");
  }
  return Number(value.text);
}

function object(text: Uint8Array, otherwise: Reason): ReadonlyMap<string, Json> {
  let value: Json;
  try {
    value = parse(text, DEEPEST);
  } catch {
    throw new BadToken(otherwise);
  }
  if (!(value instanceof Map)) {
    throw new BadToken(otherwise);
  }
  return value;
}

type Bytes = Uint8Array<ArrayBuffer>;

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function decode(part: string): Bytes {
  refuseIf(!/^[A-Za-z0-9_-]*$/.test(part) || part.length % 4 === 1, "ENCODING");
  const binary = atob(part.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  refuseIf(encode(bytes) !== part, "ENCODING");
  return bytes;
}

function importKey(secret: string, use: "sign" | "verify"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", encoder.encode(secret), HMAC, false, [use]);
}

function refuseIf(condition: boolean, reason: Reason): void {
  if (condition) {
    throw new BadToken(reason);
  }
}
