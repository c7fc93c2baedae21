/** What components print must not stand between frames. */
export function loud(text: string): string {
  console.log(`{"id":1,"length":3}\nabc`)
  process.stdout.write?.(text)
  return text
}
