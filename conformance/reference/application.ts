/** The application of the fixtures: declared by application.json, done here. */
import declarations from "../fixtures/application.json";
import { cacheKey } from "./keys.ts";
import { EVERYTHING, type Target } from "./targets.ts";
import type { Arguments, Parameters } from "./values.ts";

/** Who asks. */
export interface Caller {
  readonly id: string;
  readonly roles: readonly string[];
}

/** What a function can use besides its arguments. */
export interface Running {
  readonly caller: Caller | null;
  /** Says that something more is stale (§6.1). */
  add(target: Target): void;
}

/** An RPC function, as it is declared. */
export interface Declaration {
  readonly context?: string;
  readonly affects?: readonly string[];
  readonly params: Parameters;
  /** Seconds that its result may be kept; 0: never; without it until it is stale. */
  readonly cache?: number;
  /** Another number when the same arguments give other results since a release. */
  readonly rev?: number;
  readonly roles?: readonly string[];
  readonly internal?: boolean;
  /** Its name and those of its parameters were given: no naming changes them. */
  readonly named?: boolean;
  readonly validate?: Readonly<Record<string, { readonly max: number; readonly constraint: string }>>;
}

/** A view function: it answers with a response, which is passed through. */
export interface ViewDeclaration {
  readonly context?: string;
  readonly affects?: readonly string[];
  readonly method: string;
  readonly path: string;
  readonly params: Parameters;
  /** The contexts that it adds to its page, with its own parameters in the place of theirs. */
  readonly adds?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Application {
  readonly contexts: Readonly<Record<string, { readonly shared?: boolean }>>;
  readonly functions: Readonly<Record<string, Declaration>>;
  readonly views: Readonly<Record<string, ViewDeclaration>>;
  readonly run: Readonly<Record<string, (args: Arguments, running: Running) => unknown>>;
  readonly show: Readonly<Record<string, (args: Arguments, address: string) => Response>>;
}

/** An error of the application's own (§5, last row). */
export class ApplicationError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: unknown,
  ) {
    super(message);
  }
}

export function createApplication(): Application {
  const users = new Map<bigint, string>();
  const counters = new Map<string, number>();
  const count = (args: Arguments): number => counters.get(text(args, "name")) ?? 0;
  const increment = (args: Arguments): number => {
    counters.set(text(args, "name"), count(args) + 1);
    return count(args);
  };
  const reset = (): void => {
    users.clear();
    users.set(5n, "Ada").set(6n, "Grace");
    counters.clear();
  };
  const id = (args: Arguments): bigint => args.get("userId") as bigint;
  const profile = (args: Arguments): unknown => ({ id: id(args), name: users.get(id(args)) ?? "nobody" });
  const rename = (args: Arguments): void => void users.set(id(args), text(args, "name"));
  const nothing = (): void => {};
  const fail = (): never => {
    throw new Error("secret");
  };
  const refuse = (args: Arguments): never => {
    throw new ApplicationError(409, "TAKEN", "That name is taken.", { name: text(args, "name") });
  };
  const user = (scope: Target["scope"]): Target => ({ context: "user", scope });
  const values = ["at", "big", "color", "day", "half", "key", "price", "tags", "text", "whole", "yes"];
  reset();
  return {
    contexts: declarations.contexts,
    functions: declarations.functions as Readonly<Record<string, unknown>> as Application["functions"],
    views: declarations.views as Readonly<Record<string, unknown>> as Application["views"],
    run: {
      userProfile: profile,
      userOrders: (args) => [`order 1 of ${id(args)}`, `order 2 of ${id(args)}`],
      orderPage: (args) => ({ page: args.get("page"), sort: args.get("sort") ?? null, userId: id(args) }),
      orderTotal: (args) => id(args) * 10n,
      siteName: () => "Mizan",
      found: (args) => args.get("q"),
      values: (args) => Object.fromEntries(values.map((name) => [name, args.get(name) ?? null])),
      counted: count,
      broken: fail,
      whoami: (_, { caller }) => caller,
      rateNames: () => ["EUR", "USD"],
      rateOf: () => 7,
      moment: () => 1,
      listedNames: (args) => (args.get("pageSize") as number) * 2,

      reset,
      echo: (args) => args.get("text"),
      echoInt: (args) => args.get("n"),
      echoLong: (args) => args.get("n"),
      echoDouble: (args) => args.get("value"),
      echoDecimal: (args) => args.get("value"),
      echoBoolean: (args) => args.get("value"),
      echoNames: (args) => args.get("names"),
      echoOrder: (args) => args.get("order"),
      maybe: (args) => args.get("text"),
      defaulted: (args) => args.get("n"),
      hidden: nothing,
      aged: (args) => args.get("age"),
      administer: (_, { caller }) => caller?.id,
      fails: fail,
      refuses: refuse,
      cacheKey: (args) =>
        cacheKey(
          text(args, "secret"),
          text(args, "context"),
          args.get("params") as ReadonlyMap<string, string>,
          args.get("rev") as number,
          args.get("user") as string | undefined,
        ),

      rename,
      renameAndTell: (args) => {
        rename(args);
        return profile(args);
      },
      increment,
      touchProfile: nothing,
      touchUsers: nothing,
      touchOrders: nothing,
      touchPage: nothing,
      touchFirstPage: nothing,
      touchMuch: nothing,
      touchSearch: nothing,
      touchValues: nothing,
      renameAndFail: (args) => {
        rename(args);
        fail();
      },
      renameAndRefuse: (args) => {
        rename(args);
        refuse(args);
      },
      addUser: (args, { add }) => add(user(new Map([["userId", { text: String(id(args)), json: Number(id(args)) }]]))),
      addEverything: (_, { add }) => add(EVERYTHING),
      addAndEverything: (args, { add }) => {
        add(user(new Map([["userId", { text: String(id(args)), json: Number(id(args)) }]])));
        add(EVERYTHING);
        add({ context: "search", scope: new Map() });
      },
      addTwice: (_, { add }) => add(user(new Map())),
      addMany: (args, { add }) => {
        for (let i = 0; i < (args.get("count") as number); i++) {
          add({ context: "search", scope: new Map([["q", { text: String(i), json: String(i) }]]) });
        }
      },
    },
    show: {
      userPageShow: (args) =>
        new Response(`page of ${users.get(id(args)) ?? "nobody"}`, { headers: { "Content-Type": "text/plain;charset=utf-8" } }),
      userPageSave: (args, address) => {
        rename(args);
        return new Response(null, { status: 303, headers: { Location: address } });
      },
      counterPageShow: (args) =>
        new Response(`<p>${count(args)}</p>`, { headers: { "Content-Type": "text/html;charset=utf-8" } }),
      counterPageSave: (args, address) => {
        increment(args);
        return new Response(null, { status: 303, headers: { Location: address } });
      },
      ratePageShow: () => new Response("<p>7</p>", { headers: { "Content-Type": "text/html;charset=utf-8" } }),
    },
  };
}

function text(args: Arguments, name: string): string {
  return args.get(name) as string;
}
