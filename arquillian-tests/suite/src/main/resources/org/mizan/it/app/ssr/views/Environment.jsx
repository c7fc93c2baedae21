/** Shows the environment of its worker; read so that the bundler does not write it down. */
export default function Environment() {
  const { env } = globalThis['process'] ?? { env: {} }
  return <p>{Object.entries(env).sort().map(([name, value]) => `${name}=${value};`)}</p>
}
