import type { Extra } from './types'

/**
 * What has failed or is outdated is fetched again when the browser is online again and when the page is looked at
 * again. What is fresh is left alone. Does nothing outside browsers.
 */
export function recovery(): Extra {
  return ({ client }) => {
    if (typeof window === 'undefined') return
    const recover = (): void => {
      if (document.visibilityState !== 'hidden') client.recover()
    }
    window.addEventListener('online', recover)
    document.addEventListener('visibilitychange', recover)
    return () => {
      window.removeEventListener('online', recover)
      document.removeEventListener('visibilitychange', recover)
    }
  }
}
