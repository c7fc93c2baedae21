export default function Slow(props: { id: string }) {
  Bun.sleepSync(Number(props.id));
  return <p>{`slept ${props.id}`}</p>;
}
