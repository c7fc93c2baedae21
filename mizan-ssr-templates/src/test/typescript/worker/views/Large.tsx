export default function Large(props: { id: string }) {
  return <pre>{"é".repeat(Number(props.id) / 2)}</pre>;
}
