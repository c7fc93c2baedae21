/** The key of an origin cache's entry (§7.1), of which `params` are the texts of the parameters that are present. */
import { canonical } from "./json.ts";

export async function cacheKey(
  secret: string,
  context: string,
  params: ReadonlyMap<string, string>,
  rev: number,
  user?: string,
): Promise<string> {
  const utf8 = new TextEncoder();
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", utf8.encode(secret), hmac, false, ["sign"]);
  const text = canonical({ c: context, p: params, r: rev, u: user });
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", key, utf8.encode(text)));
  return `ctx:${context}:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
