/** The query string, read strictly (§4): the language's own readers forgive broken encodings. */
import { BadParameter } from "./values.ts";

export function parseQuery(raw: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const part of raw.split("&").filter((part) => part !== "")) {
    const equals = part.indexOf("=");
    const name = decode(equals < 0 ? part : part.slice(0, equals), undefined);
    const value = equals < 0 ? "" : decode(part.slice(equals + 1), name);
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

function decode(text: string, parameter: string | undefined): string {
  try {
    if (/[^\x21-\x7e]/.test(text)) {
      throw new URIError("only printable ASCII may stand raw");
    }
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new BadParameter(parameter ?? "?", "has a broken encoding");
  }
}
