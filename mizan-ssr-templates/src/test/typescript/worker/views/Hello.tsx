export default function Hello(props: { id: string }) {
  console.log(`printing ${props.id}`);
  process.stdout.write("more\n");
  return (
    <main>
      <p>{`page ${props.id}`}</p>
    </main>
  );
}
