import { useState } from 'react'

/** The latest value that was there: what a page goes on showing while other parameters are being fetched. */
export function useKept<T>(value: T | undefined): T | undefined {
  const [kept, keep] = useState(value)
  if (value !== undefined && value !== kept) keep(value)
  return value ?? kept
}
