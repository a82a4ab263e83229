import type { Network } from '../../model/network.ts'

/** Whole rupiah that permits for poles and crossings cost in a year: the yearly rent of each by its days in that year, both ends counted. */
export function permitRentRupiah({ structures, spans }: Pick<Network, 'structures' | 'spans'>, year: number): number {
  const days = dayNumber(`${year + 1}-01-01`) - dayNumber(`${year}-01-01`)
  const rents = [...structures.values(), ...spans.values()].map(({ declared: { permit, status } }) => {
    if (permit?.yearlyRupiah === undefined || status !== 'active') return 0
    const from = Math.max(dayNumber(permit.from), dayNumber(`${year}-01-01`))
    const until = Math.min(dayNumber(permit.until), dayNumber(`${year}-12-31`))
    return (permit.yearlyRupiah * Math.max(0, until - from + 1)) / days
  })
  return Math.round(rents.reduce((total, rent) => total + rent, 0))
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}
