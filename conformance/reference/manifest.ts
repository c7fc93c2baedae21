/** The edge manifest (§8): what a cache in front of the application may keep, and what outdates it. */
import type { Application, Declaration, ViewDeclaration } from "./application.ts";
import { type Parameters, type Type, typeOf } from "./values.ts";

/** The parameters of a context by its name: those of its RPC functions, and without any those of its views (§1). */
export function contextsOf({ functions, views }: Application): ReadonlyMap<string, Parameters> {
  const found = new Map<string, Parameters>();
  for (const { context, params } of Object.values(functions)) {
    if (context !== undefined) {
      found.set(context, { ...params, ...found.get(context) });
    }
  }
  const bundles = new Set(found.keys());
  for (const { context, params } of Object.values(views)) {
    if (context !== undefined && !bundles.has(context)) {
      found.set(context, { ...params, ...found.get(context) });
    }
  }
  return found;
}

/** `base` is where the endpoints are within the application, `prefix` what an edge sees before every path. */
export function manifest(application: Application, base: string, prefix: string): string {
  const { functions, views } = application;
  const all: readonly (readonly [string, Declaration | ViewDeclaration])[] = [...Object.entries(functions), ...Object.entries(views)];
  const contexts = contextsOf(application);
  const context = (name: string, params: Parameters): unknown => {
    const members = all.filter(([, declared]) => declared.context === name);
    const isPersonal = members.some(([, declared]) => needsCaller(declared)) || Object.keys(params).some(isIdentity);
    const pages = members.flatMap(([, declared]) => (isView(declared) && declared.method === "GET" ? [route(declared, prefix)] : []));
    const lives = members.flatMap(([, declared]) => (isView(declared) ? [] : (declared.cache ?? [])));
    return {
      // The shortest of its functions' lives; never is false.
      cache: lives.length === 0 || Math.min(...lives) || false,
      endpoints: members.every(([, declared]) => isView(declared)) ? [] : [`${prefix}${base}/ctx/${name}/`],
      functions: members.sort(byName).map(([member, declared]) => ({
        name: member,
        params: Object.keys(declared.params).sort(),
        ...(isView(declared) ? { path: "view", methods: [declared.method], route: route(declared, prefix) } : { path: "rpc" }),
      })),
      page_routes: pages.sort(),
      param_patterns: Object.fromEntries(Object.entries(params).map(([param, parameter]) => [param, pattern(typeOf(parameter))])),
      params: Object.keys(params).sort(),
      render_strategy: isPersonal ? "dynamic_cached" : "psr",
      rev: Math.max(0, ...members.map(([, declared]) => (isView(declared) ? 0 : (declared.rev ?? 0)))),
      shared: application.contexts[name]?.shared === true,
      user_scoped: isPersonal,
    };
  };
  const mutation = (declared: Declaration | ViewDeclaration, affects: readonly string[]): unknown => {
    const targets = affects.map((target) => target.split(".") as [string, string?]);
    const shared = (param: string): boolean => targets.some(([name]) => Object.hasOwn(contexts.get(name) ?? {}, param));
    return {
      affects: targets.map(([name, fn]) => ({ context: name, function: fn })),
      auto_scoped_params: Object.keys(declared.params).filter(shared).sort(),
      methods: [isView(declared) ? declared.method : "POST"],
      private: !isView(declared) && declared.internal === true,
      route: isView(declared) ? route(declared, prefix) : null,
    };
  };
  const mutations = all.flatMap(([name, declared]) => (declared.affects === undefined ? [] : [[name, mutation(declared, declared.affects)] as const]));
  const whole = {
    contexts: Object.fromEntries([...contexts].map(([name, params]) => [name, context(name, params)])),
    mutations: Object.fromEntries(mutations),
    version: 1,
  };
  return `${JSON.stringify(sorted(whole), null, 2)}\n`;
}

function isView(declared: Declaration | ViewDeclaration): declared is ViewDeclaration {
  return "path" in declared;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** `/users/{id}` is written `/users/:id`. */
function route(view: ViewDeclaration, prefix: string): string {
  return prefix + view.path.replace(/\{(\w+)\}/g, ":$1");
}

function needsCaller(declared: Declaration | ViewDeclaration): boolean {
  return (!isView(declared) && (declared.roles ?? []).length > 0) || Object.keys(declared.params).some(isIdentity);
}

/** Names that say whose data it is, in snake and camel case alike. */
function isIdentity(param: string): boolean {
  return ["userid", "user", "ownerid", "accountid"].includes(param.replaceAll("_", "").toLowerCase());
}

/** The one text of a value in a header (§6.3), percent-encoded; a text that is right may be refused, never the reverse. */
function pattern(type: Type): string {
  const text = "([A-Za-z0-9._~-]|%([0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*";
  const never = "$.";
  if (typeof type === "object") {
    return "enum" in type ? text : never;
  }
  const integer = "(0|-?[1-9][0-9]*)";
  return {
    boolean: "(true|false)",
    int: integer,
    long: integer,
    double: "(0|-?[1-9][0-9]{0,14})",
    decimal: "(0|-?(0\\.[0-9]*[1-9]|[1-9][0-9]*(\\.[0-9]*[1-9])?))",
    string: text,
    uuid: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    date: "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    instant: never,
  }[type];
}

/** Members by their names, in all depths; those that are undefined are left out. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.sort(byName).map(([name, member]) => [name, sorted(member)]));
}
