/** Days of the contract that a new network begins with, and what it comes to. */
export interface Terms {
  readonly from: string
  readonly to: string
  /** Fiscal years that it reaches into, in order, with the months of each. */
  readonly years: readonly { readonly year: number; readonly months: number }[]
}

/**
 * From the first of this month, so that nothing is owed for months that are past, to the end of the year; of the next
 * one where this ends within the time in which an expiry is mentioned.
 */
export function termsOf(today: string): Terms {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const years = [{ year, months: 13 - month }]
  if (month >= 9) years.push({ year: year + 1, months: 12 })
  return { from: `${today.slice(0, 7)}-01`, to: `${years.at(-1)?.year}-12-31`, years }
}
