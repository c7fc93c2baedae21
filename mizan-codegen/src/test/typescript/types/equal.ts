/** Compiles only when a value's type is the expected one, neither wider nor narrower. */
export function equal<Expected>() {
  return <Actual>(
    _value: Actual,
    ..._difference: (<T>() => T extends Expected ? 1 : 2) extends <T>() => T extends Actual ? 1 : 2 ? [] : [never]
  ): void => {}
}
