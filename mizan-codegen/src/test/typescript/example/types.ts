/** Which caller may see what. */
export type Shipping = 'STANDARD' | 'EXPRESS'

/** All values of {@link Shipping}. */
export const ShippingValues: readonly Shipping[] = ['STANDARD', 'EXPRESS']

declare const brand: unique symbol

/** An exact decimal number, as text. */
export type Decimal = string & { readonly [brand]: 'Decimal' }

/** Checks the form and brands. Throws a RangeError. */
export function Decimal(text: string): Decimal {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`'${text}' is not a decimal number`)
  return text as Decimal
}

export interface CardPayment {
  readonly type: 'card'
  readonly last4: string
}

export interface Cash {
  readonly type: 'cash'
  readonly change: Decimal
}

export type Payment = CardPayment | Cash

export interface Order {
  readonly id: number
  readonly payment: Payment
  readonly shipping: Shipping
  readonly total: Decimal
}

export interface UserProfile {
  readonly name: string
  readonly nickname: string | null
}
