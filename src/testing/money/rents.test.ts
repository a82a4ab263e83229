import { expect, test } from 'vitest'
import { agendaOf } from '../../analysis/agenda/agenda.ts'
import { platforms } from '../../compile.ts'
import { load } from '../../load/load.ts'
import type { Network } from '../../model/network.ts'
import { axes, moneyBy, sumOf, type Axis } from '../../money/by-axis.ts'
import { takenOf } from '../../money/budget-share.ts'
import { rentPostings } from '../../money/permit-rent.ts'
import type { Source } from '../../source/source.ts'
import { atLength } from '../at-length.ts'
import { generate } from '../generate/generate.ts'
import { between, pick, randomFrom, type Random } from '../generate/random.ts'

/** What one pole, crossing or dark fibre costs, as the test wrote it down. */
interface Rented {
  readonly id: string
  readonly kind: 'structure' | 'span'
  readonly number: string
  readonly from: string
  readonly until: string
  readonly yearlyRupiah: number | undefined
  readonly budgets: readonly string[]
}

/** 1,000 at length: `npm run test:length -- src/testing/money/rents.test.ts` or `SERAT_AT_LENGTH=1`. */
const sites = atLength(60, 1000)
const lines = [2024, 2025, 2026, 2027, 2028]

function inventory(seed: number): { readonly sources: readonly Source[]; readonly rented: readonly Rented[] } {
  const random = randomFrom(seed)
  const rented = Array.from({ length: sites }, (_, i): Rented => rentedAt(random, i))
  const budgets = lines.map(
    year =>
      `  - { budget: sewa-${year}, name: Sewa ${year}, year: ${year}, sub_kegiatan: "2.16.03.1.02.0030", account: "5.1.02.02.001.00063", ceiling_rupiah: 999999999999 }\n`,
  )
  const sources = generate(sites).map(({ path, text }) => ({
    path,
    text: path === 'network.yaml' ? text.replace(/^budgets:\n/m, `budgets:\n${budgets.join('')}`) : text,
  }))
  return { sources: [...sources, { path: 'plant/sewa.yaml', text: plantOf(rented) }], rented }
}

function rentedAt(random: Random, i: number): Rented {
  const year = between(random, 2023, 2026)
  const day = (n: number): string => new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10)
  const first = between(random, 0, 364)
  const years = lines.filter(() => random() < 0.7).map(line => `sewa-${line}`)
  return {
    id: `sewa-${i}`,
    kind: i % 3 === 0 ? 'structure' : 'span',
    // Several things may stand under one permit.
    number: `IZIN/${Math.floor(i / 4)}`,
    from: day(first),
    until: day(first + pick(random, [0, 30, 364, 365, 730, 1460, between(random, 1, 1400)])),
    yearlyRupiah: random() < 0.05 ? undefined : pick(random, [85_000, 1_500_000, between(random, 1, 99_999_999)]),
    budgets: random() < 0.2 ? [] : years,
  }
}

function plantOf(rented: readonly Rented[]): string {
  const permit = ({ number, from, until, yearlyRupiah, budgets: [only, ...more] }: Rented): string =>
    `permit: { number: ${number}, from: ${from}, until: ${until}${yearlyRupiah === undefined ? '' : `, yearly_rupiah: ${yearlyRupiah}`}${only === undefined ? '' : `, budget: ${more.length === 0 ? only : `[${[only, ...more].join(', ')}]`}`} }`
  const at = (i: number): string => `[110.${String(600_000 + i * 37).padStart(6, '0')}, -7.7]`
  const poles = rented.flatMap((each, i) => [
    each.kind === 'structure'
      ? `  - { id: ${each.id}, kind: pole, at: ${at(i)}, owner: pln, ${permit(each)} }`
      : `  - { id: t-${i}, kind: pole, at: ${at(i)} }`,
  ])
  const nameAt = (i: number): string => (rented[i]?.kind === 'structure' ? `sewa-${i}` : `t-${i}`)
  const other = (i: number): string => nameAt(i === 0 ? 1 : i - 1)
  const spans = rented.flatMap((each, i) =>
    i % 3 === 1
      ? [`  - { id: ${each.id}, kind: aerial, from: ${other(i)}, to: ${nameAt(i)}, crossing: river, ${permit(each)} }`]
      : [],
  )
  const fibres = rented.flatMap((each, i) =>
    i % 3 === 2
      ? [
          `  - { id: ${each.id}, owner: pemilik, from: ${other(i)}, to: ${nameAt(i)}, length_m: 900, loss_db: { nm1310: 0.9, nm1550: 0.7 }, ${permit(each)} }`,
        ]
      : [],
  )
  return `plant: sewa\nname: Tersewa\nstructures:\n${poles.join('\n')}\nspans:\n${spans.join('\n')}\ndark_fibres:\n${fibres.join('\n')}\n`
}

const millisOfDay = 86_400_000

/** Rupiah by year: the yearly sum by days, half up, in whole numbers without end. */
function byYear({ from, until, yearlyRupiah }: Rented): Map<number, bigint> {
  const sums = new Map<number, bigint>()
  if (yearlyRupiah === undefined) return sums
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) {
    const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
    const of = BigInt((end - start) / millisOfDay)
    const low = Math.max(start, Date.parse(from))
    const high = Math.min(end, Date.parse(until) + millisOfDay)
    const days = BigInt((high - low) / millisOfDay)
    sums.set(year, (2n * BigInt(yearlyRupiah) * days + of) / (2n * of))
  }
  return sums
}

function expected(rented: readonly Rented[], keyOf: (each: Rented, year: number) => string): Record<string, bigint> {
  const sums: Record<string, bigint> = {}
  for (const each of rented)
    for (const [year, rupiah] of byYear(each)) sums[keyOf(each, year)] = (sums[keyOf(each, year)] ?? 0n) + rupiah
  return Object.fromEntries(Object.entries(sums).filter(([, rupiah]) => rupiah > 0n))
}

function found(network: Network, axis: Axis): Record<string, bigint> {
  return Object.fromEntries(
    moneyBy(network, axis, '2026-06-01').flatMap(({ key, rent: { exclPpnRupiah } }) =>
      exclPpnRupiah === 0 ? [] : [[key, BigInt(exclPpnRupiah)]],
    ),
  )
}

function lineIn({ budgets }: Rented, year: number): string {
  return budgets.includes(`sewa-${year}`) ? `sewa-${year}` : 'bersama'
}

test(`the rents of ${sites} sites are in the sums to the rupiah, and each has its end announced`, () => {
  const { sources, rented } = inventory(7)
  const { value: network, diagnostics } = load(sources, platforms, [], { asOf: '2026-06-01' })
  expect(diagnostics.map(({ message }) => message.en)).toEqual([])
  if (network === undefined) throw new Error('does not load')
  expect(found(network, 'year')).toEqual(expected(rented, (_, year) => String(year)))
  expect(found(network, 'contract')).toEqual(expected(rented, ({ number }) => `izin:${number}`))
  expect(found(network, 'budget')).toEqual(expected(rented, lineIn))
  const owner = (each: Rented): string =>
    each.kind === 'structure' ? 'pemilik:pln' : Number(each.id.slice(5)) % 3 === 1 ? 'bersama' : 'pemilik:pemilik'
  expect(found(network, 'provider')).toEqual(expected(rented, owner))
  const total = rented.flatMap(each => [...byYear(each).values()]).reduce((sum, rupiah) => sum + rupiah, 0n)
  for (const axis of axes)
    expect(BigInt(sumOf(moneyBy(network, axis, '2026-06-01').map(({ rent }) => rent)).exclPpnRupiah), axis).toBe(total)
  for (const budget of network.budgets.values())
    if (budget.id.startsWith('sewa-'))
      expect(BigInt(takenOf(network, budget)), budget.id).toBe(expected(rented, lineIn)[budget.id] ?? 0n)

  const ends = new Map<string, string>()
  for (const { day, event, about } of agendaOf(network, { from: '2020-01-01', to: '2040-12-31' }))
    if (event.kind === 'permit-ends') for (const { id } of about) ends.set(id, `${day} ${event.number}`)
  expect([...ends].sort()).toEqual(rented.map(({ id, until, number }) => [id, `${until} ${number}`]).sort())
})

test('a rent that is left out or a rupiah too much is found', () => {
  const { sources, rented } = inventory(7)
  const { value: network } = load(sources, platforms, [], { asOf: '2026-06-01' })
  if (network === undefined) throw new Error('does not load')
  const paying = rented.findIndex(({ yearlyRupiah }) => (yearlyRupiah ?? 0) > 365_000)
  const [all, year] = [found(network, 'year'), (_: Rented, at: number): string => String(at)]
  expect(expected(rented.toSpliced(paying, 1), year)).not.toEqual(all)
  const dearer = rented.map((each, i) =>
    i === paying ? { ...each, yearlyRupiah: (each.yearlyRupiah ?? 0) + 400 } : each,
  )
  expect(expected(dearer, year)).not.toEqual(all)
  expect(rentPostings(network).length).toBeGreaterThan(sites)
})
