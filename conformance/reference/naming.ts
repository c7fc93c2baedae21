/** `mizan.naming=snake_case` (§1): other names for functions, contexts and parameters, not for those that were given. */
import type { Application, Running } from "./application.ts";
import type { Arguments, Parameters } from "./values.ts";

interface Named {
  readonly affects?: readonly string[];
  readonly params: Parameters;
  readonly path?: string;
  readonly named?: boolean;
}

/** `userProfile` becomes `user_profile`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}

/** The same application, whose names on the wire are in snake case; what it does hears of the names in the code. */
export function inSnakeCase(application: Application): Application {
  const { contexts, functions, views, run, show } = application;
  const nameOf = (name: string): string => (functions[name]?.named === true ? name : snakeCase(name));
  const target = (affected: string): string => affected.split(".").map(nameOf).join(".");
  const declared = <D extends Named>(of: Readonly<Record<string, D>>): Record<string, D> =>
    Object.fromEntries(
      Object.entries(of).map(([name, declaration]) => {
        const params = Object.entries(declaration.params).map(([param, type]) => [declaration.named === true ? param : snakeCase(param), type]);
        const affects = declaration.affects === undefined ? {} : { affects: declaration.affects.map(target) };
        const path = declaration.path === undefined ? {} : { path: declaration.path.replace(/\{(\w+)\}/g, (_, param: string) => `{${snakeCase(param)}}`) };
        return [nameOf(name), { ...declaration, ...affects, ...path, params: Object.fromEntries(params) }];
      }),
    );
  const done = <R, X>(of: Readonly<Record<string, (args: Arguments, more: X) => R>>, declarations: Readonly<Record<string, Named>>) =>
    Object.fromEntries(
      Object.entries(of).map(([name, body]) => {
        const own = Object.keys(declarations[name]?.params ?? {});
        const inCode = (param: string): string => own.find((other) => snakeCase(other) === param) ?? param;
        return [nameOf(name), (args: Arguments, more: X): R => body(new Map([...args].map(([param, value]) => [inCode(param), value])), more)];
      }),
    );
  return {
    contexts,
    functions: declared(functions),
    views: declared(views),
    run: done<unknown, Running>(run, functions),
    show: done<Response, string>(show, views),
  };
}
