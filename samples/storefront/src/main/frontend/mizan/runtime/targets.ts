import type { Target } from './types'

const NAME = '[A-Za-z_][A-Za-z0-9_]*'
const TARGET = new RegExp(`^(?:\\*|(${NAME})(?:\\.(${NAME}))?((?:;${NAME}=[A-Za-z0-9\\-._~%]*)*))$`)

/** The targets of an `X-Mizan-Invalidate` header (PROTOCOL §6.3); none when it is malformed. Values are texts. */
export function targetsOfHeader(header: string): readonly Target[] | undefined {
  try {
    return header.split(',').map((text) => targetOf(text.trim()))
  } catch {
    return undefined
  }
}

function targetOf(text: string): Target {
  const match = TARGET.exec(text)
  if (!match) throw new SyntaxError(text)
  const [, context, fn, scope] = match
  if (!context) return '*'
  const params: Record<string, string> = {}
  for (const pair of (scope ?? '').split(';').slice(1)) {
    const [name = '', value = ''] = pair.split('=')
    if (name in params) throw new SyntaxError(text)
    params[name] = decodeURIComponent(value)
  }
  return { context, ...(fn && { function: fn }), params }
}

/** The targets of JSON (PROTOCOL §6.2); none when it is something else. */
export function targetsOfJson(json: unknown): readonly Target[] | undefined {
  return Array.isArray(json) && json.every(isTarget) ? json : undefined
}

function isTarget(json: unknown): json is Target {
  return typeof json === 'string' || typeof (json as { readonly context?: unknown } | null)?.context === 'string'
}
