import type { Contract } from '../../model/network.ts'

type Method = Contract['declared']['method']

/** The value up to which a method may be used, with PPN, from a day on. */
interface MethodLimit {
  readonly method: Method
  readonly upToRupiah: number
  readonly from: string
  readonly source: string
}

/**
 * Ascending by day. Perpres 46/2025 keeps the 200 million for goods and other services (400 million is for
 * construction).
 */
const methodLimits: readonly MethodLimit[] = [
  {
    method: 'pengadaan-langsung',
    upToRupiah: 200_000_000,
    from: '2018-03-22',
    source: 'Perpres 16/2018 pasal 38(3), unchanged for services by Perpres 46/2025',
  },
]

export function methodLimitOn(method: Method, day: string): MethodLimit | undefined {
  return methodLimits.findLast(limit => limit.method === method && limit.from <= day)
}

/** The day by which a contract's method is judged. */
export function judgedOn({ declared: { signed, period } }: Contract): string {
  return signed ?? period.from
}
