/**
 * The protocol over HTTP: calls (§3), contexts (§4), errors (§5), what is stale (§6), the manifest (§8), sessions of
 * nobody, views.
 *
 * Left out, as a first server may: origin cache (only its keys), sessions and CSRF, routes of plain beans, live socket.
 */
import { ApplicationError, type Application, type Caller, type Declaration, type Running, type ViewDeclaration } from "./application.ts";
import { canonical, type Json, parse } from "./json.ts";
import { contextsOf, manifest } from "./manifest.ts";
import { BadToken, verify } from "./mwt.ts";
import { parseQuery } from "./query.ts";
import { type Affected, header, limited, type Target, targetOf, toJson, withTarget } from "./targets.ts";
import { type Arguments, BadParameter, bindJson, bindTexts, type Parameters, scopeValue, typeOf } from "./values.ts";

export interface Settings {
  /** The path of the application, as `/shop`; its `{base}` is `/api/mizan` below it. */
  readonly root: string;
  /** The secret of tokens; without one a token is refused. */
  readonly secret?: string | undefined;
  /** Whether `{base}/manifest/` answers. */
  readonly exposeManifest: boolean;
  /** What an edge sees before the paths of the manifest. */
  readonly manifestPrefix: string;
  readonly maxBody: number;
  readonly maxHeader: number;
}

/** Where the endpoints are within the application. */
const BASE = "/api/mizan";

export const DEFAULTS: Settings = { root: "/reference", exposeManifest: false, manifestPrefix: "", maxBody: 1 << 20, maxHeader: 4096 };

const MOST_NESTING = 100;

/** The statuses of the protocol's own codes (§5). */
const STATUS = {
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
} as const;

class Refusal extends Error {
  constructor(
    readonly code: keyof typeof STATUS,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** Answers requests of one application. */
export class Server {
  private readonly contexts: ReadonlyMap<string, Parameters>;

  constructor(
    private readonly application: Application,
    private readonly settings: Settings = DEFAULTS,
  ) {
    this.contexts = contextsOf(application);
  }

  /** The only entry: failures of every kind are answers too. */
  async answer(request: Request): Promise<Response> {
    const exchange = new Exchange();
    try {
      return await this.route(request, exchange);
    } catch (failure) {
      return this.failed(failure, request, exchange);
    }
  }

  private async route(request: Request, exchange: Exchange): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname;
    const base = `${this.settings.root}${BASE}/`;
    if (!path.startsWith(base)) {
      return this.view(request, url, exchange);
    }
    const endpoint = path.slice(base.length);
    const context = /^ctx\/([^/]+)\/?$/.exec(endpoint)?.[1];
    if (context !== undefined) {
      return this.allow(request, ["GET", "HEAD"], async () => this.bundle(context, url, await this.caller(request), exchange));
    }
    if (/^call\/?$/.test(endpoint)) {
      return this.allow(request, ["POST"], async () => this.call(request, await this.caller(request), exchange));
    }
    if (/^session\/?$/.test(endpoint)) {
      const csrf = { cookie: "XSRF-TOKEN", header: "X-XSRF-TOKEN" };
      return this.allow(request, ["GET", "HEAD"], async () => json(200, { caller: await this.caller(request), csrf }));
    }
    if (/^manifest\/?$/.test(endpoint) && this.settings.exposeManifest) {
      return this.allow(request, ["GET", "HEAD"], async () => json(200, manifest(this.application, BASE, this.settings.manifestPrefix)));
    }
    throw new Refusal("NOT_FOUND", "There is nothing here.");
  }

  private allow(request: Request, methods: readonly string[], answer: () => Promise<Response>): Promise<Response> {
    const headers = { Allow: [...methods, "OPTIONS"].join(", ") };
    if (request.method === "OPTIONS") {
      return Promise.resolve(new Response(null, { status: 204, headers: { ...headers, "Cache-Control": "no-store" } }));
    }
    if (!methods.includes(request.method)) {
      throw new Refusal("METHOD_NOT_ALLOWED", "Not with this method.", {}, headers);
    }
    return answer();
  }

  /** A token that is present and bad is 401, whatever the request is for (§10). */
  private async caller(request: Request): Promise<Caller | null> {
    const token = request.headers.get("X-Mizan-Token");
    if (token === null) {
      return null;
    }
    try {
      if (this.settings.secret === undefined) {
        throw new BadToken("KEY_ID");
      }
      const verifier = { secret: this.settings.secret, kid: "1", audience: "conformance", previous: {}, leeway: 5 };
      const { id, roles } = await verify(verifier, Math.floor(Date.now() / 1000), token);
      return { id, roles };
    } catch {
      throw new Refusal("UNAUTHORIZED", "The token is not valid.");
    }
  }

  /** §3: each check ends the request. */
  private async call(request: Request, caller: Caller | null, exchange: Exchange): Promise<Response> {
    requireJson(request.headers.get("Content-Type"));
    const { fn, args } = readCall(await this.body(request));
    const declared = Object.hasOwn(this.application.functions, fn) ? this.application.functions[fn] : undefined;
    if (declared === undefined) {
      throw new Refusal("NOT_FOUND", "There is no such function.");
    }
    if (declared.internal === true) {
      throw new Refusal("FORBIDDEN", "This function cannot be called from outside.");
    }
    checkRoles(declared, caller);
    const bound = bindJson(declared.params, args);
    validate(declared, bound);
    exchange.begin(this.affected(declared.affects ?? []), declared.params, bound);
    const result = canonical((await this.run(fn, bound, caller, exchange)) ?? null);
    const stale = limited(exchange.targets, this.settings.maxHeader);
    const invalidate = stale.length > 0 ? `"invalidate":${canonical(stale.map(toJson))},` : "";
    return json(200, `{${invalidate}"result":${result}}`, stale);
  }

  private async run(name: string, args: Arguments, caller: Caller | null, running: Exchange): Promise<unknown> {
    return this.application.run[name]?.(args, { caller, add: (target) => running.add(target) } satisfies Running);
  }

  private async body(request: Request): Promise<Uint8Array> {
    const announced = Number(request.headers.get("Content-Length") ?? 0);
    const bytes = announced > this.settings.maxBody ? null : new Uint8Array(await request.arrayBuffer());
    if (bytes === null || bytes.length > this.settings.maxBody) {
      throw new Refusal("PAYLOAD_TOO_LARGE", `The body is larger than ${this.settings.maxBody} bytes.`);
    }
    return bytes;
  }

  /** §4: one refusal refuses the bundle, and says whose it was. */
  private async bundle(name: string, url: URL, caller: Caller | null, exchange: Exchange): Promise<Response> {
    // Required when some function of the context requires it: there the parameter is a bare type.
    const params = this.contexts.get(name);
    const functions = Object.entries(this.application.functions).filter(([, declared]) => declared.context === name);
    if (params === undefined || functions.length === 0) {
      throw new Refusal("NOT_FOUND", "There is no such context.");
    }
    functions.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [fn, declared] of functions) {
      exchange.function = fn;
      checkRoles(declared, caller);
    }
    exchange.function = undefined;
    const bound = bindTexts(params, parseQuery(url.search.slice(1)));
    const results: string[] = [];
    for (const [fn, declared] of functions) {
      exchange.function = fn;
      const own = new Map([...bound].filter(([param]) => Object.hasOwn(declared.params, param)));
      validate(declared, own);
      results.push(`${canonical(fn)}:${canonical((await this.run(fn, own, caller, exchange)) ?? null)}`);
    }
    return json(200, `{${results.join(",")}}`);
  }

  /** A view's response is passed through, but for headers. */
  private async view(request: Request, url: URL, exchange: Exchange): Promise<Response> {
    for (const [name, declared] of Object.entries(this.application.views)) {
      const template = new RegExp(`^${declared.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
      const groups = template.exec(url.pathname.slice(this.settings.root.length))?.groups;
      if (groups === undefined || declared.method !== request.method) {
        continue;
      }
      const path = Object.entries(groups).map(([param, value]): [string, string[]] => [param, [decodeURIComponent(value)]]);
      const form = declared.method === "GET" ? [] : [...parseQuery(await request.text())];
      const bound = bindTexts(declared.params, new Map<string, readonly string[]>([...path, ...form]));
      exchange.begin(this.affected(declared.affects ?? []), declared.params, bound);
      const response = this.application.show[name]?.(bound, url.origin + url.pathname);
      if (response !== undefined) {
        response.headers.set("Cache-Control", "no-store");
        if (declared.context !== undefined) {
          const added = this.added(declared, bound);
          response.headers.set("X-Mizan-Page", [name, ...(added.length > 0 ? [header(added)] : [])].join(", "));
        }
        return stamped(response, exchange.targets);
      }
    }
    throw new Refusal("NOT_FOUND", "There is nothing here.");
  }

  /** What a page shows beside the context of its address (§8), written as targets are. */
  private added(view: ViewDeclaration, bound: Arguments): readonly Target[] {
    const targets = Object.entries(view.adds ?? {}).map(([context, params]): Target => {
      const scope = Object.entries(params).flatMap(([param, own]) => {
        const value = scopeValue(typeOf(view.params[own] ?? "string"), bound.get(own));
        return value === undefined ? [] : [[param, value] as const];
      });
      return { context, scope: new Map(scope) };
    });
    return limited(targets, this.settings.maxHeader);
  }

  private affected(affects: readonly string[]): readonly Affected[] {
    return affects.map((name) => {
      const [context = "", fn] = name.split(".");
      return { context, function: fn, params: Object.keys(this.contexts.get(context) ?? {}) };
    });
  }

  private failed(failure: unknown, request: Request, exchange: Exchange): Response {
    const refusal =
      failure instanceof BadParameter
        ? new Refusal("BAD_REQUEST", failure.message, { parameter: failure.parameter })
        : failure instanceof Refusal || failure instanceof ApplicationError
          ? failure
          : new Refusal("INTERNAL_ERROR", "The server could not answer.");
    const id = crypto.randomUUID();
    if (refusal !== failure && refusal.code === "INTERNAL_ERROR") {
      console.error(id, failure);
    }
    const status = refusal instanceof Refusal ? STATUS[refusal.code] : refusal.status;
    // A client of another schema asks for what it knows: it has to be loaded anew (this server never has another).
    const stale = request.headers.has("X-Mizan-Schema") && refusal instanceof Refusal && (status === 400 || status === 404);
    const code = stale ? "STALE_CLIENT" : refusal.code;
    const details = { ...(refusal.details as object), function: exchange.function };
    const error = { code, message: refusal.message, details, id };
    const response = json(stale ? STATUS.STALE_CLIENT : status, { error }, limited(exchange.targets, this.settings.maxHeader));
    for (const [name, value] of Object.entries(refusal instanceof Refusal ? refusal.headers : {})) {
      response.headers.set(name, value);
    }
    return response;
  }
}

/** What one request has come to. There are no transactions here: what has begun to run may have written (§6.4). */
class Exchange {
  targets: readonly Target[] = [];
  /** The function of a context that is being checked or run. */
  function: string | undefined;

  begin(affected: readonly Affected[], params: Parameters, args: Arguments): void {
    const scope = new Map(
      Object.entries(params).flatMap(([name, parameter]) => {
        const value = scopeValue(typeOf(parameter), args.get(name));
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
    affected.forEach((entry) => this.add(targetOf(entry, scope)));
  }

  add(target: Target): void {
    this.targets = withTarget(this.targets, target);
  }
}

function requireJson(contentType: string | null): void {
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("charset="));
  if (type.trim() !== "application/json" || (charset !== undefined && !/^charset="?utf-8"?$/.test(charset))) {
    throw new Refusal("UNSUPPORTED_MEDIA_TYPE", "The body must be application/json in UTF-8.");
  }
}

function readCall(body: Uint8Array): { fn: string; args: ReadonlyMap<string, Json> } {
  let request: Json;
  try {
    request = parse(body, MOST_NESTING);
  } catch {
    throw new Refusal("BAD_REQUEST", "The body is no valid JSON.");
  }
  const members: ReadonlyMap<string, Json> = request instanceof Map ? request : new Map();
  const fn = members.get("fn");
  const args = members.get("args") ?? (members.has("args") ? null : new Map<string, Json>());
  const known = [...members.keys()].every((member) => member === "fn" || member === "args");
  if (!known || typeof fn !== "string" || !(args instanceof Map)) {
    throw new Refusal("BAD_REQUEST", "The body must be an object with 'fn' and perhaps 'args'.");
  }
  return { fn, args };
}

function checkRoles(declared: Declaration, caller: Caller | null): void {
  const roles = declared.roles ?? [];
  if (roles.length > 0 && caller === null) {
    throw new Refusal("UNAUTHORIZED", "Sign in to call this function.");
  }
  if (roles.length > 0 && !roles.some((role) => role === "**" || caller?.roles.includes(role) === true)) {
    throw new Refusal("FORBIDDEN", "You may not call this function.");
  }
}

function validate(declared: Declaration, args: Arguments): void {
  const broken = Object.entries(declared.validate ?? {}).filter(([name, { max }]) => Number(args.get(name)) > max);
  if (broken.length > 0) {
    const fields = broken.map(([name, { max, constraint }]) => [name, [{ message: `at most ${max}`, constraint }]]);
    throw new Refusal("VALIDATION_FAILED", "Some values are not valid.", { fields: Object.fromEntries(fields) });
  }
}

function json(status: number, body: unknown, stale: readonly Target[] = []): Response {
  const headers = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
  return stamped(new Response(typeof body === "string" ? body : canonical(body), { status, headers }), stale);
}

function stamped(response: Response, stale: readonly Target[]): Response {
  if (stale.length > 0) {
    response.headers.set("X-Mizan-Invalidate", header(stale));
  }
  return response;
}
