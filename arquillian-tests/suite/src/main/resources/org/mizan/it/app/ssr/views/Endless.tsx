export default function Endless() {
  if (typeof window === 'undefined') for (;;);
  return <p>in the browser</p>
}
