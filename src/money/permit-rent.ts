import { common, lengthOf } from '../model/days.ts'
import type { Network } from '../model/network.ts'
import { fraction, sumOf, wholeRupiah } from './fraction.ts'

/** Whole rupiah that permits for poles and crossings cost in a year: the yearly rent of each by its days in that year, both ends counted. */
export function permitRentRupiah({ structures, spans }: Pick<Network, 'structures' | 'spans'>, year: number): number {
  const whole = { from: `${year}-01-01`, to: `${year}-12-31` }
  const rents = [...structures.values(), ...spans.values()].flatMap(({ declared: { permit, status } }) => {
    if (permit?.yearlyRupiah === undefined || status !== 'active') return []
    const days = common({ from: permit.from, to: permit.until }, whole)
    return days === undefined ? [] : [fraction(BigInt(permit.yearlyRupiah) * BigInt(lengthOf(days)), lengthOf(whole))]
  })
  return wholeRupiah(sumOf(rents))
}
