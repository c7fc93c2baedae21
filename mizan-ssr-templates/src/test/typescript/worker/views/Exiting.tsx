export default function Exiting(): never {
  process.exit(3);
}
