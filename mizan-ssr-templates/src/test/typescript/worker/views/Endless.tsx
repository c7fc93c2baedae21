export default function Endless() {
  for (;;) {
    // Until it is killed.
  }
}
