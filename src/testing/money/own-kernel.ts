import type { SeededContract } from './seeded-contracts.ts'

/** A kernel of the test's own: day by day, in BigInt, with nothing of the product's. */
export interface OwnSums {
  readonly excl: bigint
  readonly ppn: bigint
  readonly byMonth: ReadonlyMap<string, bigint>
  readonly byCircuit: ReadonlyMap<string, bigint>
  readonly byKecamatan: ReadonlyMap<string, bigint>
}

const law = {
  'full-11-2022': { of: 1n, in: 1n, percent: 11n },
  'dpp-11-12-2025': { of: 11n, in: 12n, percent: 12n },
} as const

export function ownSums({ from, to, circuits, onceRupiah, ppnRule }: SeededContract): OwnSums {
  // Days by month, circuit and price: each such heap is one line of one invoice.
  const heaps = new Map<string, { month: string; circuit: string; price: bigint; days: bigint }>()
  for (const { id, prices } of circuits) {
    for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      const current = prices.findLastIndex(price => price.from <= day)
      const key = `${day.slice(0, 7)} ${id} ${current}`
      const heap = heaps.get(key) ?? {
        month: day.slice(0, 7),
        circuit: id,
        price: BigInt(prices[current]?.monthlyRupiah ?? 0),
        days: 0n,
      }
      heaps.set(key, { ...heap, days: heap.days + 1n })
    }
  }
  const byMonth = new Map<string, bigint>([[from.slice(0, 7), BigInt(onceRupiah)]])
  const byCircuit = new Map<string, bigint>()
  const byKecamatan = new Map<string, bigint>()
  const areas = new Map(circuits.map(({ id, area }) => [id, area]))
  for (const { month, circuit, price, days } of heaps.values()) {
    const fee = halfUp(price * days, BigInt(daysIn(month)))
    byMonth.set(month, (byMonth.get(month) ?? 0n) + fee)
    byCircuit.set(circuit, (byCircuit.get(circuit) ?? 0n) + fee)
    const area = areas.get(circuit) ?? ''
    byKecamatan.set(area, (byKecamatan.get(area) ?? 0n) + fee)
  }
  let [excl, ppn] = [0n, 0n]
  for (const [month, amount] of byMonth) {
    const {
      of,
      in: over,
      percent,
    } = law[month < '2025-01' ? 'full-11-2022' : ppnRule === 'full-11-2022' ? 'dpp-11-12-2025' : ppnRule]
    excl += amount
    ppn += halfUp(halfUp(amount * of, over) * percent, 100n)
  }
  return { excl, ppn, byMonth, byCircuit, byKecamatan }
}

function halfUp(of: bigint, over: bigint): bigint {
  return (2n * of + over) / (2n * over)
}

function daysIn(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}
