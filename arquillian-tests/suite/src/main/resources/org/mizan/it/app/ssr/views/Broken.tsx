export default function Broken() {
  const things: { readonly name: string }[] = []
  return <p>{things[3]!.name}</p>
}
