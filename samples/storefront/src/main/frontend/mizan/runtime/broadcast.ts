import { targetsOfJson } from './targets'
import type { Extra } from './types'

/**
 * Other tabs hear of what this one made stale, and this one of theirs. Only targets travel, never data, and only
 * between clients of the same `base` and namespace. Does nothing where there is no `BroadcastChannel`.
 *
 * @param namespace divides applications that share a `base`
 */
export function broadcast(namespace = ''): Extra {
  return ({ client }) => {
    if (typeof BroadcastChannel === 'undefined') return
    const channel = new BroadcastChannel(`mizan:${namespace}:${client.base}`)
    ;(channel as { unref?: () => void }).unref?.()
    const stop = client.events((event) => {
      // What came from another tab has reached all the others.
      if (event.type === 'invalidated' && event.source !== 'tab') {
        channel.postMessage({ targets: event.targets, by: event.by })
      }
    })
    channel.onmessage = ({ data }: MessageEvent<{ readonly targets?: unknown; readonly by?: unknown } | null>) => {
      const targets = targetsOfJson(data?.targets)
      if (targets) client.invalidate(targets, 'tab', typeof data?.by === 'string' ? data.by : undefined)
    }
    return () => {
      stop()
      channel.close()
    }
  }
}
