import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'

const ToastContext = createContext<(message: ReactNode) => void>(() => undefined)

/** Shows a message for a while and has screen readers say it. */
export function useToast(): (message: ReactNode) => void {
  return useContext(ToastContext)
}

export function Toaster({ children }: { readonly children: ReactNode }): ReactNode {
  const [toast, setToast] = useState<{ readonly message: ReactNode }>()
  const show = useCallback((message: ReactNode) => setToast({ message }), [])
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => setToast(undefined), 6000)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {toast && <p className="toast">{toast.message}</p>}
      </div>
    </ToastContext>
  )
}
