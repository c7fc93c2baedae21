export default function Environment() {
  return <p>{`${Object.keys(process.env).sort().join(",")} ${process.cwd()}`}</p>;
}
