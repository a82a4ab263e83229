import { common, lengthOf, monthParts } from '../model/days.ts'
import type { Network, Site, Span, Structure } from '../model/network.ts'
import type { Period } from '../model/scalars.ts'
import { inside, type Place } from '../source/source.ts'
import { remembered } from '../source/remembered.ts'
import { fraction, shared, wholeRupiah } from './fraction.ts'

/** The rent of one permit for a pole or a crossing in one month. No contract stands behind it, no PPN is known of it and no payment names it. */
export interface RentPosting {
  readonly kind: 'rent'
  /** The permit's number. */
  readonly permit: string
  readonly rented: Structure | Span
  /** Undefined where the pole or span stands at no one site. */
  readonly site: Site | undefined
  readonly month: string
  /** Days of the month that are paid for, of how many. */
  readonly days: readonly [number, number]
  readonly exclPpnRupiah: number
  readonly ppnRupiah: 0
  readonly at: Place
}

/** A permit that lasts until 9999 is counted this many years past the day. */
const yearsAhead = 10

/**
 * The yearly rent of each permit by its days in each year, rounded once a year and shared out to the months without a rest; until the tenth
 * year after the day, else after the permit begins.
 */
export const rentPostings: (network: Network) => readonly RentPosting[] = remembered(({ structures, spans, day }) =>
  [...structures.values(), ...spans.values()].flatMap(rented => rentOf(rented, day)),
)

/** Whole rupiah that permits for poles and crossings cost in a year: the sum of their postings. */
export function permitRentRupiah(network: Network, year: number): number {
  return rentPostings(network)
    .filter(({ month }) => month.startsWith(`${year}-`))
    .reduce((sum, { exclPpnRupiah }) => sum + exclPpnRupiah, 0)
}

function rentOf(rented: Structure | Span, day: string | undefined): RentPosting[] {
  const { permit, status } = rented.declared
  const yearlyRupiah = permit?.yearlyRupiah
  if (permit === undefined || yearlyRupiah === undefined || status !== 'active') return []
  const lasts = { from: permit.from, to: permit.until }
  const at = inside(rented.origin, 'permit', 'yearlyRupiah')
  const site = rented.kind === 'structure' ? rented.site : undefined
  const lastYear = Number((day ?? permit.from).slice(0, 4)) + yearsAhead
  return yearsOf(lasts, lastYear).flatMap(year => {
    const days = common(lasts, year)
    if (days === undefined) return []
    const parts = monthParts(days)
    const rupiah = wholeRupiah(fraction(BigInt(yearlyRupiah) * BigInt(lengthOf(days)), lengthOf(year)))
    const sums = shared(
      rupiah,
      parts.map(part => part.days),
    )
    return parts.map((part, i): RentPosting => {
      const posting = { kind: 'rent' as const, permit: permit.number, rented, site, month: part.month, at }
      return { ...posting, days: [part.days, part.ofDays], exclPpnRupiah: sums[i] ?? 0, ppnRupiah: 0 }
    })
  })
}

function yearsOf({ from, to }: Period, lastYear: number): Period[] {
  const [first, last] = [Number(from.slice(0, 4)), Math.min(Number(to.slice(0, 4)), lastYear)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    from: `${first + i}-01-01`,
    to: `${first + i}-12-31`,
  }))
}
