/** One message about a field, with the name of the constraint that it broke. */
interface FieldProblem {
  readonly message?: unknown
}

/**
 * Why a call or a read failed. The code is the server's (PROTOCOL §5), the application's own, or one of the client's:
 * `NETWORK` (no answer), `ABORTED` (given up by whoever asked), `BAD_ANSWER` (not what the protocol says: something
 * between client and server answered).
 */
export class MizanError extends Error {
  override readonly name = 'MizanError'

  /**
   * @param status the HTTP status; 0 without an answer
   * @param details what the server said besides; an empty object when it said nothing
   * @param id stands in the server's log beside the cause; empty without an answer
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly id = '',
    cause?: unknown,
  ) {
    super(message, { cause })
  }

  /** What is wrong with which argument (`VALIDATION_FAILED`): messages by path, as `address.zip`. */
  get fields(): Readonly<Record<string, readonly string[]>> {
    const fields = Object.entries((this.details['fields'] ?? {}) as Record<string, readonly FieldProblem[]>)
    return Object.fromEntries(fields.map(([path, problems]) => [path, problems.map((problem) => String(problem.message))]))
  }
}

/** Somebody stopped waiting, or the client is closed. */
export function aborted(cause?: unknown): MizanError {
  return new MizanError(0, 'ABORTED', 'Given up.', {}, '', cause)
}
