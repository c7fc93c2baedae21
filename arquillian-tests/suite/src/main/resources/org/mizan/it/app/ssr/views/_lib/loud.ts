declare const Bun: { readonly stdout: unknown; write(to: unknown, text: string): Promise<number> }

/** What components print must not stand between frames. */
export function loud(text: string): string {
  console.log(`{"id":1,"length":3}\nabc`)
  process.stdout.write?.(text)
  void Bun.write(Bun.stdout, `{"id":1,"length":3}\nabc`)
  return text
}
