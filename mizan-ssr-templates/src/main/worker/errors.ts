// What a view threw, for the frame of an error; places are mapped to the sources. Loaded with the first error.
import { readFile } from "node:fs/promises";
import { sep } from "node:path";
import { originalPosition, type SourceMap } from "./source-map.ts";

export interface Described {
  message: string;
  file?: string;
  line?: number;
  column?: number;
  stack?: string;
}

const LONGEST_MESSAGE = 8_192;
const LONGEST_STACK = 32_768;
const FRAME = /(?:file:\/\/)?((?:\/|[A-Za-z]:[\\/])[^()\n]*?):(\d+):(\d+)\)?$/;
const OWN_FOLDER = import.meta.dir;

/**
 * Never rejects because of what was thrown, however strange it is.
 *
 * @param folder where the bundle lies: Bun says sources as if they lay there, and that is nobody's business
 */
export async function describe(thrown: unknown, folder: string): Promise<Described> {
  const described: Described = { message: short(messageOf(thrown), LONGEST_MESSAGE) };
  const stack = stackOf(thrown);
  if (stack === undefined) {
    return described;
  }
  const maps = new Map<string, SourceMap | undefined>();
  const lines: string[] = [];
  for (const line of short(stack, LONGEST_STACK).split("\n")) {
    const frame = FRAME.exec(line);
    if (frame === null) {
      lines.push(line);
      continue;
    }
    const place = await mapped(maps, frame[1]!, Number(frame[2]), Number(frame[3]));
    if (place.file.startsWith(OWN_FOLDER)) {
      break;
    }
    if (place.file.startsWith(folder + sep)) {
      place.file = place.file.slice(folder.length + 1);
    }
    lines.push(
      `${line.slice(0, frame.index)}${place.file}:${place.line}:${place.column}${line.endsWith(")") ? ")" : ""}`,
    );
    if (described.file === undefined && !/(^|[\\/])node_modules[\\/]|^mizan\//.test(place.file)) {
      described.file = place.file;
      described.line = place.line;
      described.column = place.column;
    }
  }
  described.stack = short(lines.join("\n"), LONGEST_STACK);
  return described;
}

function messageOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  } catch {
    return "A view threw something that has no text.";
  }
}

function stackOf(thrown: unknown): string | undefined {
  try {
    const stack = (thrown as { stack?: unknown } | null)?.stack;
    return typeof stack === "string" ? stack : undefined;
  } catch {
    return undefined;
  }
}

function short(text: string, most: number): string {
  return (text.length > most ? text.slice(0, most) + "…" : text).toWellFormed();
}

/** Bun maps by itself what it compiled, and bundles for Bun; any other bundle has its map beside it. */
async function mapped(maps: Map<string, SourceMap | undefined>, file: string, line: number, column: number) {
  if (!maps.has(file)) {
    maps.set(file, await mapOf(file));
  }
  const map = maps.get(file);
  return (map && originalPosition(map, file, line, column)) ?? { file, line, column };
}

async function mapOf(file: string): Promise<SourceMap | undefined> {
  if (!/\.[cm]?js$/.test(file)) {
    return undefined;
  }
  try {
    const source = await readFile(file, "utf8");
    if (!source.slice(-1_024).includes("//# sourceMappingURL=") || source.startsWith("// @bun")) {
      return undefined;
    }
    return JSON.parse(await readFile(file + ".map", "utf8")) as SourceMap;
  } catch {
    return undefined;
  }
}
