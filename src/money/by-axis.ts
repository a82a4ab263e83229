import type { Network, Site } from '../model/network.ts'
import { byText } from '../text/order.ts'
import { own } from '../text/own.ts'
import { rupiah } from '../words/figures.ts'
import { rupiahPerMbps } from './fee.ts'
import { shared } from './fraction.ts'
import { rentPostings, type RentPosting } from './permit-rent.ts'
import { isDue, postings, type Posting } from './postings.ts'
import type { PriceLine } from './price-lines.ts'

export const axes = [
  'contract',
  'circuit',
  'site',
  'opd',
  'kecamatan',
  'provider',
  'budget',
  'month',
  'year',
  'rate',
] as const
export type Axis = (typeof axes)[number]

/** Whom a posting, or a share of it, is counted for. */
interface Share {
  readonly key: string
  readonly name: string
  readonly weight: number
}

/** A posting, or the share of it that falls to one row. */
export interface Operand {
  readonly posting: Posting | RentPosting
  readonly exclPpnRupiah: number
  readonly ppnRupiah: number
}

export interface MoneySums {
  readonly exclPpnRupiah: number
  readonly ppnRupiah: number
}

/** One row of money by an axis; every posting is in exactly one row, or shared out in full. */
export interface MoneyRow {
  readonly key: string
  readonly name: string
  readonly committed: MoneySums
  /** Of months served until the day. */
  readonly due: MoneySums
  readonly paid: MoneySums
  /**
   * Of permits for poles and crossings and of rented dark fibre, whole years as the permits run; not among what is
   * committed.
   */
  readonly rent: MoneySums
  readonly operands: readonly Operand[]
}

/** What nothing on an axis can be named for. */
const unshared = { key: 'bersama', name: 'dipakai bersama', weight: 1 }

/** Money by one axis, on a day, in order of key; the sums of every axis are the same. */
export function moneyBy(network: Network, axis: Axis, day: string): MoneyRow[] {
  const rows = new Map<string, { readonly name: string; readonly operands: Operand[] }>()
  for (const posting of [...postings(network), ...rentPostings(network)]) {
    const shares = posting.kind === 'rent' ? [rentShare[axis](posting)] : sharesOf[axis](posting, network)
    const weights = shares.map(({ weight }) => weight)
    const sums = shares.length === 1 ? [posting.exclPpnRupiah] : shared(posting.exclPpnRupiah, weights)
    const taxes = shares.length === 1 ? [posting.ppnRupiah] : shared(posting.ppnRupiah, weights)
    for (const [i, { key, name }] of shares.entries()) {
      const row = rows.get(key) ?? { name, operands: [] }
      rows.set(key, row)
      row.operands.push({ posting, exclPpnRupiah: sums[i] ?? 0, ppnRupiah: taxes[i] ?? 0 })
    }
  }
  return [...rows].sort(byText(([key]) => key)).map(([key, { name, operands }]) => ({
    key,
    name,
    operands,
    committed: sumOf(operands.filter(({ posting }) => posting.kind === 'committed')),
    due: sumOf(operands.filter(({ posting }) => isDue(posting, day))),
    paid: sumOf(operands.filter(({ posting }) => posting.kind === 'paid')),
    rent: sumOf(operands.filter(({ posting }) => posting.kind === 'rent')),
  }))
}

export function sumOf(parts: Iterable<MoneySums>): MoneySums {
  let [exclPpnRupiah, ppnRupiah] = [0, 0]
  for (const part of parts) {
    exclPpnRupiah += part.exclPpnRupiah
    ppnRupiah += part.ppnRupiah
  }
  return { exclPpnRupiah, ppnRupiah }
}

const sharesOf: Readonly<Record<Axis, (posting: Posting, network: Network) => readonly Share[]>> = {
  contract: ({ contract }) => [one(contract.id, contract.declared.number)],
  circuit: ({ line }) => [line === undefined ? unshared : one(line.bought.id, line.term.declared.providerRef)],
  site: (posting, network) => {
    const site = siteOf(posting, network)
    return [site === undefined ? unshared : one(site.id, site.declared.name)]
  },
  opd: tenantShares,
  kecamatan: (posting, network) => {
    const area = siteOf(posting, network)?.area
    return [area === undefined ? unshared : one(area.id, area.declared.name)]
  },
  provider: ({ contract: { provider } }) => [one(provider.id, provider.declared.name)],
  budget: ({ budget }) => [one(budget.id, budget.declared.name)],
  month: ({ month }) => [one(month, month)],
  year: ({ month }) => [one(month.slice(0, 4), month.slice(0, 4))],
  rate: ({ line }) => [line === undefined ? unshared : rateOf(line)],
}

/** What is rented under a permit belongs to no circuit; a pole at a site is the site's. */
const rentShare: Readonly<Record<Axis, (posting: RentPosting) => Share>> = {
  contract: ({ permit }) => one(`izin:${permit}`, `izin ${permit}`),
  circuit: () => unshared,
  site: ({ site }) => (site === undefined ? unshared : one(site.id, site.declared.name)),
  opd: () => unshared,
  kecamatan: ({ site }) => (site?.area === undefined ? unshared : one(site.area.id, site.area.declared.name)),
  provider: ({ rented: { declared } }) =>
    declared.owner === undefined ? unshared : one(`pemilik:${declared.owner}`, declared.owner),
  budget: ({ budget }) => (budget === undefined ? unshared : one(budget.id, budget.declared.name)),
  month: ({ month }) => one(month, month),
  year: ({ month }) => one(month.slice(0, 4), month.slice(0, 4)),
  rate: () => unshared,
}

/** Circuits of one price for a Mbit/s together: the first figure that an auditor compares. */
function rateOf({ monthlyRupiah, bandwidthMbps }: PriceLine): Share {
  const rate = rupiahPerMbps(monthlyRupiah, bandwidthMbps)
  // As many digits in every key, so that the order of texts is that of prices.
  return one(String(rate).padStart(9, '0'), `${rupiah(rate).id} per Mbit/s sebulan`)
}

function one(key: string, name: string): Share {
  return { key, name, weight: 1 }
}

function siteOf({ line }: Posting, { sites }: Network): Site | undefined {
  return line?.bought.kind === 'circuit' ? sites.get(line.bought.site.id) : undefined
}

/** A site that several OPD share is counted by the shares that it declares, else in equal parts. */
function tenantShares(posting: Posting, network: Network): readonly Share[] {
  const site = siteOf(posting, network)
  if (site === undefined || site.tenants.length === 0) return [unshared]
  const { costShares } = site.declared
  return site.tenants.map(({ id, declared }) => ({
    key: id,
    name: declared.name,
    weight: costShares === undefined ? 1 : (own(costShares, id) ?? 0),
  }))
}
