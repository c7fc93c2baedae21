import './dom'
import { Component } from 'react'
import type { ReactNode } from 'react'

const { createRoot, hydrateRoot } = await import('react-dom/client')

/** A page with one root. */
export interface Page {
  readonly element: HTMLElement
  text(): string
  render(node: ReactNode): void
  /** Lets React take over what a server rendered into `element`. */
  hydrate(node: ReactNode, onRecoverableError: (error: unknown) => void): void
  click(id: string): void
  unmount(): void
}

export function page(html = ''): Page {
  const element = document.createElement('div')
  element.innerHTML = html
  document.body.append(element)
  let root: ReturnType<typeof createRoot> | undefined
  return {
    element,
    text: () => element.textContent ?? '',
    render(node) {
      root ??= createRoot(element)
      root.render(node)
    },
    hydrate(node, onRecoverableError) {
      root = hydrateRoot(element, node, { onRecoverableError })
    },
    click(id) {
      element.querySelector<HTMLElement>(`#${id}`)?.click()
    },
    unmount() {
      root?.unmount()
      element.remove()
    },
  }
}

/** Shows the error and a button that tries again. */
export class Boundary extends Component<{ readonly children?: ReactNode }, { readonly error: Error | undefined }> {
  override state = { error: undefined as Error | undefined }

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <button id="again" onClick={() => this.setState({ error: undefined })}>
        caught {(error as { readonly code?: string }).code ?? error.message}
      </button>
    )
  }
}
