/**
 * Parameters: from JSON (§3: nothing is coerced) and from text (§4: read by the declared type), and back to text and
 * JSON for scopes and keys (§7.2).
 */
import { canonical, type Json, JsonNumber } from "./json.ts";

export type Scalar = "boolean" | "int" | "long" | "double" | "decimal" | "string" | "uuid" | "date" | "instant";

export type Type =
  | Scalar
  | { readonly enum: readonly string[] }
  | { readonly list: Type }
  | { readonly map: Type }
  | { readonly members: Parameters };

export type Parameter = Type | { readonly type: Type; readonly optional?: boolean; readonly default?: string };

export type Parameters = Readonly<Record<string, Parameter>>;

/** int and double are a number, long is a bigint, decimal and all that is text a string, a map is a Map. */
export type Value = boolean | number | bigint | string | null | readonly Value[] | ReadonlyMap<string, Value>;

/** Arguments by name; those that are absent are not in it. */
export type Arguments = ReadonlyMap<string, Value>;

/** A value that is in a scope: its text, and what it is in a body. */
export interface ScopeValue {
  readonly text: string;
  readonly json: unknown;
}

/** 400: names the parameter, by its path in nested values. */
export class BadParameter extends Error {
  constructor(
    readonly parameter: string,
    problem: string,
  ) {
    super(`Parameter '${parameter}' ${problem}.`);
  }
}

export function isName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

export function typeOf(parameter: Parameter): Type {
  return typeof parameter === "object" && "type" in parameter ? parameter.type : parameter;
}

/** Required: neither optional nor with a default. */
function isRequired(parameter: Parameter): boolean {
  return !(typeof parameter === "object" && "type" in parameter);
}

/** The arguments of a call (§3). */
export function bindJson(parameters: Parameters, args: ReadonlyMap<string, Json>): Arguments {
  return bind(parameters, [...args.keys()], (name, parameter) => {
    const json = args.get(name);
    const absent = json === undefined || (json === null && !isRequired(parameter));
    return absent ? null : fromJson(typeOf(parameter), json, name);
  });
}

/** The arguments of a query or form (§4). */
export function bindTexts(parameters: Parameters, texts: ReadonlyMap<string, readonly string[]>): Arguments {
  return bind(parameters, [...texts.keys()], (name, parameter) => {
    const given = texts.get(name);
    if (given === undefined) {
      return null;
    }
    const type = typeOf(parameter);
    if (typeof type === "object" && "list" in type) {
      return given.map((text) => fromText(type.list, text, name));
    }
    if (given.length > 1) {
      throw new BadParameter(name, "is given more than once");
    }
    return fromText(type, given[0] ?? "", name);
  });
}

function bind(
  parameters: Parameters,
  given: readonly string[],
  read: (name: string, parameter: Parameter) => Value,
): Arguments {
  const unknown = given.find((name) => !Object.hasOwn(parameters, name));
  if (unknown !== undefined) {
    // A name that is none is not repeated to whoever sent it.
    throw new BadParameter(isName(unknown) ? unknown : "?", "is not known");
  }
  const bound = new Map<string, Value>();
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = read(name, parameter) ?? defaultOf(name, parameter);
    if (value !== null) {
      bound.set(name, value);
    } else if (isRequired(parameter)) {
      throw new BadParameter(name, "is required");
    }
  }
  return bound;
}

function defaultOf(name: string, parameter: Parameter): Value {
  return typeof parameter === "object" && "type" in parameter && parameter.default !== undefined
    ? fromText(parameter.type, parameter.default, name)
    : null;
}

function fromJson(type: Type, json: Json, path: string): Value {
  if (typeof type === "object") {
    return "enum" in type ? fromText(type, textIn(json, path), path) : compositeFromJson(type, json, path);
  }
  if (type === "boolean") {
    if (typeof json !== "boolean") {
      throw new BadParameter(path, "expects true or false");
    }
    return json;
  }
  if (type === "int" || type === "long" || type === "double") {
    if (!(json instanceof JsonNumber)) {
      throw new BadParameter(path, "expects a number");
    }
    return fromText(type, json.text, path);
  }
  return fromText(type, textIn(json, path), path);
}

function textIn(json: Json, path: string): string {
  if (typeof json !== "string") {
    throw new BadParameter(path, "expects a string");
  }
  return json;
}

function compositeFromJson(type: Exclude<Type, Scalar | { readonly enum: unknown }>, json: Json, path: string): Value {
  if ("list" in type) {
    if (!Array.isArray(json)) {
      throw new BadParameter(path, "expects an array");
    }
    return (json as readonly Json[]).map((item, i) => fromJson(type.list, item, `${path}[${i}]`));
  }
  if (!(json instanceof Map)) {
    throw new BadParameter(path, "expects an object");
  }
  const object = json as ReadonlyMap<string, Json>;
  if ("map" in type) {
    return new Map([...object].map(([key, value]) => [key, fromJson(type.map, value, `${path}[*]`)]));
  }
  const members = new Map<string, Value>();
  for (const [name, member] of Object.entries(type.members)) {
    const given = object.get(name);
    if (given !== undefined && (given !== null || isRequired(member))) {
      members.set(name, fromJson(typeOf(member), given, `${path}.${name}`));
    } else if (isRequired(member)) {
      throw new BadParameter(`${path}.${name}`, "is required");
    } else {
      members.set(name, null);
    }
  }
  if ([...object.keys()].some((name) => !Object.hasOwn(type.members, name))) {
    throw new BadParameter(path, "has a member that it does not know");
  }
  return members;
}

const INTEGER = /^-?[0-9]{1,64}$/;
const DECIMAL = /^-?[0-9]+(\.[0-9]+)?$/;
const DOUBLE = /^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/;
const LONGEST = 64;

function fromText(type: Type, text: string, path: string): Value {
  const refuseUnless = (fits: boolean, problem: string): void => {
    if (!fits) {
      throw new BadParameter(path, problem);
    }
  };
  if (typeof type === "object") {
    refuseUnless("enum" in type && type.enum.includes(text), "expects the name of a constant");
    return text;
  }
  switch (type) {
    case "string":
      return text;
    case "boolean":
      refuseUnless(text === "true" || text === "false", "expects true or false");
      return text === "true";
    case "int":
    case "long": {
      refuseUnless(INTEGER.test(text) && text.length <= LONGEST, "expects a whole number");
      const value = BigInt(text);
      refuseUnless(BigInt.asIntN(type === "int" ? 32 : 64, value) === value, "is out of range");
      return type === "int" ? Number(value) : value;
    }
    case "double":
      refuseUnless(DOUBLE.test(text) && Number.isFinite(Number(text)), "expects a finite number");
      return Number(text);
    case "decimal": {
      refuseUnless(DECIMAL.test(text) && text.length <= LONGEST, "expects a decimal number");
      const plain = text.replace(/^(-?)0+(?=[0-9])/, "$1");
      return /[1-9]/.test(plain) ? plain : plain.replace("-", "");
    }
    case "uuid":
      refuseUnless(UUID.test(text), "expects a UUID");
      return text.toLowerCase();
    case "date":
      refuseUnless(/^\d{4}-\d\d-\d\d$/.test(text) && isDate(text), "expects an ISO 8601 date");
      return text;
    case "instant": {
      const [, seconds, fraction = ""] = INSTANT.exec(text) ?? [];
      refuseUnless(seconds !== undefined && isDate(seconds.slice(0, 10)), "expects an ISO 8601 date and time");
      refuseUnless(!Number.isNaN(Date.parse(`${seconds}Z`)) && seconds?.slice(11, 13) !== "24", "expects a time");
      // Without a fraction, or with three, six or nine digits of it.
      const digits = fraction.replace(/0+$/, "");
      return digits === "" ? `${seconds}Z` : `${seconds}.${digits.padEnd(Math.ceil(digits.length / 3) * 3, "0")}Z`;
    }
  }
}

/** JavaScript takes the 30th of February for the 2nd of March. */
function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** §7.2: undefined for what has no text, which is neither in scopes nor in keys. */
export function scopeValue(type: Type, value: Value | undefined): ScopeValue | undefined {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
    return undefined;
  }
  if (typeof value === "bigint") {
    const text = value.toString();
    return { text, json: Number.isSafeInteger(Number(value)) ? Number(value) : text };
  }
  if (type === "decimal") {
    const text = String(value).includes(".") ? String(value).replace(/\.?0+$/, "") : String(value);
    return { text, json: text };
  }
  return { text: typeof value === "string" ? value : canonical(value), json: value };
}
