export default function Echo(props: { id: string }) {
  return <pre>{props.id}</pre>;
}
