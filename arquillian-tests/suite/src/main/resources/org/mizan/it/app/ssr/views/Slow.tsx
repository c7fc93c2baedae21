/** Keeps its worker busy; in the browser it does not. */
export default function Slow({ millis }: { readonly millis: number }) {
  const end = Date.now() + millis
  while (typeof window === 'undefined' && Date.now() < end);
  return <p>slept {millis}</p>
}
