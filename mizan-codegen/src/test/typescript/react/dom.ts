// A document for React, before React is loaded. What speaks HTTP stays Bun's own.
import { Window } from 'happy-dom'

const window = new Window({ url: 'http://localhost/' })
const names = ['window', 'document', 'navigator', 'HTMLElement', 'HTMLIFrameElement', 'Element', 'Node', 'Text', 'Event', 'MutationObserver'] as const
for (const name of names) {
  const value: unknown = name === 'window' ? window : window[name]
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
