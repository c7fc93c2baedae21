/** JSON that is read strictly (RFC 8259, RFC 7493) and written canonically (RFC 8785). */

/** A number keeps its text: whether it is whole is for its reader to say. */
export class JsonNumber {
  constructor(readonly text: string) {}
}

export type Json = null | boolean | string | JsonNumber | readonly Json[] | ReadonlyMap<string, Json>;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE]([+-]?\d+))?/y;
const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const LONGEST_NUMBER = 1000;
const MOST_EXPONENT = 1_000_000_000;

/** Throws a SyntaxError for what is not exactly one text without doubled members. */
export function parse(utf8: Uint8Array, maxDepth: number): Json {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(utf8);
  const reader = new Reader(text, maxDepth);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly maxDepth: number,
  ) {}

  value(depth: number): Json {
    this.take(SPACE);
    const next = this.text[this.at];
    let value: Json;
    if (next === "{" || next === "[") {
      if (depth >= this.maxDepth) {
        throw new SyntaxError("too deep");
      }
      value = next === "{" ? this.object(depth + 1) : this.list(depth + 1);
    } else if (next === '"') {
      value = this.string();
    } else if (next === "-" || (next !== undefined && next >= "0" && next <= "9")) {
      value = this.number();
    } else {
      const word = this.take(WORD);
      value = word === "null" ? null : word === "true";
    }
    this.take(SPACE);
    return value;
  }

  end(): void {
    if (this.at !== this.text.length) {
      throw new SyntaxError("something behind the text");
    }
  }

  private object(depth: number): Json {
    const members = new Map<string, Json>();
    this.items("}", () => {
      this.take(SPACE);
      const name = this.string();
      if (members.has(name)) {
        throw new SyntaxError("a doubled member");
      }
      this.take(SPACE);
      if (!this.skip(":")) {
        throw new SyntaxError("no colon");
      }
      members.set(name, this.value(depth));
    });
    return members;
  }

  private list(depth: number): Json {
    const items: Json[] = [];
    this.items("]", () => items.push(this.value(depth)));
    return items;
  }

  private items(close: string, one: () => void): void {
    this.at++;
    this.take(SPACE);
    if (this.skip(close)) {
      return;
    }
    do {
      one();
      this.take(SPACE);
    } while (this.skip(","));
    if (!this.skip(close)) {
      throw new SyntaxError("no end");
    }
  }

  private string(): string {
    const text: unknown = JSON.parse(this.take(STRING));
    if (typeof text !== "string" || /\p{Surrogate}/u.test(text)) {
      throw new SyntaxError("half of a surrogate pair");
    }
    return text;
  }

  private number(): JsonNumber {
    const text = this.take(NUMBER);
    const exponent = /[eE](.*)$/.exec(text)?.[1] ?? "0";
    if (text.length > LONGEST_NUMBER || Math.abs(Number(exponent)) > MOST_EXPONENT) {
      throw new SyntaxError("a number out of range");
    }
    return new JsonNumber(text);
  }

  private skip(character: string): boolean {
    const found = this.text[this.at] === character;
    this.at += found ? 1 : 0;
    return found;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) {
      throw new SyntaxError("unexpected");
    }
    this.at = pattern.lastIndex;
    return found[0];
  }
}

/**
 * RFC 8785 of what JavaScript has for JSON; a bigint is a number, and a member that is undefined is not there.
 *
 * Throws a RangeError for what has no such form: half of a surrogate pair, NaN, a bigint that a number cannot hold.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case "string":
      if (/\p{Surrogate}/u.test(value)) {
        throw new RangeError("half of a surrogate pair");
      }
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) {
        throw new RangeError("not a finite number");
      }
      return JSON.stringify(value);
    case "bigint":
      if (!Number.isSafeInteger(Number(value))) {
        throw new RangeError("a number that JavaScript cannot hold");
      }
      return value.toString();
    case "boolean":
      return String(value);
    case "object":
      return value === null ? "null" : composite(value);
    default:
      throw new RangeError(`${typeof value} is no JSON`);
  }
}

function composite(value: object): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  const members = (value instanceof Map ? [...value] : Object.entries(value)) as [string, unknown][];
  return `{${members
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${canonical(name)}:${canonical(member)}`)
    .join(",")}}`;
}
