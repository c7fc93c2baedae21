import { aborted } from './error'

/** A promise that is rejected with `ABORTED` as soon as the signal says so; what it waits for goes on. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(aborted(signal.reason))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** Resolves after some milliseconds; rejected with `ABORTED` when the signal comes first. */
export function pause(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  let timer: unknown
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  return abortable(passed, signal).finally(() => clearTimeout(timer as number))
}
