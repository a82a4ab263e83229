import { common, lengthOf, monthParts } from '../model/days.ts'
import type { Budget, Network, Site, Span, Structure } from '../model/network.ts'
import type { PermitDeclaration } from '../model/plant-file.ts'
import type { Period } from '../model/scalars.ts'
import { inside, type Place } from '../source/source.ts'
import { remembered } from '../source/remembered.ts'
import { fraction, shared, wholeRupiah } from './fraction.ts'

/**
 * The rent of one permit or lease for a pole, a crossing or a dark fibre in one month. No registered contract stands
 * behind it, no PPN is known of it and no payment names it.
 */
export interface RentPosting {
  readonly kind: 'rent'
  /** The permit's number. */
  readonly permit: string
  readonly rented: Structure | Span
  /** Undefined where the pole or span stands at no one site. */
  readonly site: Site | undefined
  /** The line of the month's year; undefined where the permit names none of that year. */
  readonly budget: Budget | undefined
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
 * The yearly rent of each permit by its days in each year, rounded once a year and shared out to the months without a
 * rest; until the tenth year after the day, else after the permit begins.
 */
export const rentPostings: (network: Network) => readonly RentPosting[] = remembered(network =>
  [...network.structures.values(), ...network.spans.values()].flatMap(rented => rentOf(network, rented)),
)

/** Whole rupiah that permits for poles, crossings and dark fibre cost in a year: the sum of their postings. */
export function permitRentRupiah(network: Network, year: number): number {
  return rentPostings(network)
    .filter(({ month }) => month.startsWith(`${year}-`))
    .reduce((sum, { exclPpnRupiah }) => sum + exclPpnRupiah, 0)
}

/** What permits that run on a day cost in a year of theirs. */
export function rentsRunning({ structures, spans }: Network, day: string): number {
  return [...structures.values(), ...spans.values()].reduce((sum, { declared: { permit, status } }) => {
    const isRunning = status === 'active' && permit !== undefined && permit.from <= day && day <= permit.until
    return sum + (isRunning ? (permit.yearlyRupiah ?? 0) : 0)
  }, 0)
}

/** What rents take of a budget line in its year. */
export function rentOnBudget(network: Network, budget: Budget): number {
  return rentsOfBudget(network, budget).reduce((sum, { exclPpnRupiah }) => sum + exclPpnRupiah, 0)
}

export function rentsOfBudget(network: Network, budget: Budget): readonly RentPosting[] {
  return rentsByBudget(network).get(budget.id) ?? []
}

const rentsByBudget = remembered(
  (network: Network): ReadonlyMap<string | undefined, readonly RentPosting[]> =>
    Map.groupBy(rentPostings(network), ({ budget }) => budget?.id),
)

function rentOf(network: Network, rented: Structure | Span): RentPosting[] {
  const { permit, status } = rented.declared
  const yearlyRupiah = permit?.yearlyRupiah
  if (permit === undefined || yearlyRupiah === undefined || status !== 'active') return []
  const lasts = { from: permit.from, to: permit.until }
  const at = inside(rented.origin, 'permit', 'yearlyRupiah')
  const { day, budgets } = network
  const ground = rented.kind === 'structure' ? rented.site : undefined
  const site = ground === undefined ? undefined : network.sites.get(ground.id)
  const lastYear = Number((day ?? permit.from).slice(0, 4)) + yearsAhead
  return yearsOf(lasts, lastYear).flatMap(year => {
    const days = common(lasts, year)
    const budget = budgetIn(year, permit, budgets)
    if (days === undefined) return []
    const parts = monthParts(days)
    const rupiah = wholeRupiah(fraction(BigInt(yearlyRupiah) * BigInt(lengthOf(days)), lengthOf(year)))
    const sums = shared(
      rupiah,
      parts.map(part => part.days),
    )
    return parts.map((part, i): RentPosting => {
      const posting = { kind: 'rent' as const, permit: permit.number, rented, site, budget, month: part.month, at }
      return { ...posting, days: [part.days, part.ofDays], exclPpnRupiah: sums[i] ?? 0, ppnRupiah: 0 }
    })
  })
}

function budgetIn(
  { from }: Period,
  { budget = [] }: PermitDeclaration,
  budgets: Network['budgets'],
): Budget | undefined {
  return [budget]
    .flat()
    .map(name => budgets.get(name))
    .find(line => line?.declared.year === Number(from.slice(0, 4)))
}

function yearsOf({ from, to }: Period, lastYear: number): Period[] {
  const [first, last] = [Number(from.slice(0, 4)), Math.min(Number(to.slice(0, 4)), lastYear)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    from: `${first + i}-01-01`,
    to: `${first + i}-12-31`,
  }))
}
