/** Invalidation (§6): which targets, as they stand in a body, and as they stand in the header. */
import type { ScopeValue } from "./values.ts";

/** What a mutation made stale: a context ("*" is everything), perhaps one function of it, perhaps narrowed. */
export interface Target {
  readonly context: string;
  readonly function?: string | undefined;
  readonly scope: ReadonlyMap<string, ScopeValue>;
}

export const EVERYTHING: Target = { context: "*", scope: new Map() };

/** An entry of a mutation's `affects`, with the names of the context's parameters. */
export interface Affected {
  readonly context: string;
  readonly function?: string | undefined;
  readonly params: readonly string[];
}

/** §6.1: the names that the mutation shares with the context are the scope; none shared, or none present: broad. */
export function targetOf(affected: Affected, args: ReadonlyMap<string, ScopeValue>): Target {
  const shared = affected.params.flatMap((name): [string, ScopeValue][] => {
    const value = args.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return { context: affected.context, function: affected.function, scope: new Map(shared) };
}

/** Whether everything that the other makes stale is made stale by this one too. */
export function covers(one: Target, other: Target): boolean {
  return (
    one.context === "*" ||
    (one.context === other.context &&
      (one.function === undefined || one.function === other.function) &&
      [...one.scope].every(([name, value]) => other.scope.get(name)?.text === value.text))
  );
}

/** Targets of which none covers another: a set, in the order in which they were added. */
export function withTarget(targets: readonly Target[], added: Target): readonly Target[] {
  return targets.some((target) => covers(target, added))
    ? targets
    : [...targets.filter((target) => !covers(added, target)), added];
}

/** §6.3: coarser until the header fits: the context with the most bytes first, and everything if nothing helps. */
export function limited(targets: readonly Target[], most: number): readonly Target[] {
  let kept = targets;
  while (header(kept).length > most) {
    const bytes = new Map<string, number>();
    for (const target of kept.filter(isNarrow)) {
      const all = kept.filter((other) => other.context === target.context);
      bytes.set(target.context, all.reduce((sum, other) => sum + header([other]).length + ", ".length, 0));
    }
    const [longest] = [...bytes].sort(([, a], [, b]) => b - a);
    if (longest === undefined) {
      return [EVERYTHING];
    }
    const broad: Target = { context: longest[0], scope: new Map() };
    const first = kept.findIndex((target) => target.context === broad.context);
    kept = kept.flatMap((target, at) => (at === first ? [broad] : target.context === broad.context ? [] : [target]));
  }
  return kept;
}

function isNarrow(target: Target): boolean {
  return target.function !== undefined || target.scope.size > 0;
}

/** §6.2 */
export function toJson(target: Target): unknown {
  if (!isNarrow(target)) {
    return target.context;
  }
  const params = Object.fromEntries([...target.scope].map(([name, value]) => [name, value.json]));
  return {
    context: target.context,
    function: target.function,
    params: target.scope.size > 0 ? params : undefined,
  };
}

/** §6.3 */
export function header(targets: readonly Target[]): string {
  return targets
    .map((target) => {
      const name = target.function === undefined ? target.context : `${target.context}.${target.function}`;
      const scope = [...target.scope].sort(([a], [b]) => (a < b ? -1 : 1));
      return name + scope.map(([param, value]) => `;${param}=${percent(value.text)}`).join("");
    })
    .join(", ");
}

/** UTF-8, percent-encoded outside RFC 3986 unreserved; encodeURIComponent leaves five characters too many. */
function percent(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
