import type { ReactNode } from 'react'

export default function App({ children }: { readonly children?: ReactNode }) {
  return children
}

/** What React complains of in the browser can be read in the document. */
export function start() {
  console.error = (...problem: unknown[]) => {
    document.documentElement.dataset['problems'] = problem.map(String).join(' ')
  }
}
