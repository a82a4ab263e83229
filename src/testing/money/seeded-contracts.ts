import type { Circuit, Contract, Network } from '../../model/network.ts'
import { stretches } from '../../model/terms.ts'
import type { Place } from '../../source/source.ts'
import { randomFrom, type Random } from '../generate/random.ts'

/** A circuit as a seed makes it: a price from its first day, and other prices from days in between. */
export interface SeededCircuit {
  readonly id: string
  readonly tenants: readonly string[]
  readonly area: string
  readonly prices: readonly { readonly from: string; readonly monthlyRupiah: number }[]
}

export interface SeededContract {
  readonly id: string
  readonly provider: string
  readonly from: string
  readonly to: string
  readonly onceRupiah: number
  readonly ppnRule: 'full-11-2022' | 'dpp-11-12-2025'
  readonly circuits: readonly SeededCircuit[]
}

/** Contracts that begin in mid-month, change price by addenda, cross years and a change of VAT law. */
export function seededContract(seed: number): SeededContract {
  const random = randomFrom(seed)
  const from = dayIn(random, 2023, 2026)
  const to = addDays(from, 1 + Math.floor(random() * 800))
  const circuits = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, i): SeededCircuit => {
    const changes = Array.from({ length: Math.floor(random() * 4) }, () =>
      addDays(from, 1 + Math.floor(random() * 700)),
    )
    const days = [...new Set([from, ...changes])].filter(day => day <= to).sort()
    const tenants = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, n) => `opd-${n}`)
    return {
      id: `ckt-${i}`,
      tenants,
      area: `kec-${Math.floor(random() * 3)}`,
      prices: days.map(day => ({ from: day, monthlyRupiah: Math.floor(random() * 50_000_000) })),
    }
  })
  return {
    id: 'ktr',
    provider: `penyedia-${Math.floor(random() * 3)}`,
    from,
    to,
    onceRupiah: random() < 0.3 ? Math.floor(random() * 20_000_000) : 0,
    ppnRule: from < '2025-01-01' ? 'full-11-2022' : 'dpp-11-12-2025',
    circuits,
  }
}

/** The contract as the kernel sees one: a network of this contract alone. */
export function networkOf(seeded: SeededContract): Network {
  const period = { from: seeded.from, to: seeded.to }
  const origin: Place = { source: { path: 'seeded', text: '' }, path: [] }
  const budget = {
    kind: 'budget',
    id: 'pos',
    declared: { budget: 'pos', name: 'pos', year: Number(seeded.from.slice(0, 4)) },
  }
  const provider = { kind: 'provider', id: seeded.provider, declared: { name: seeded.provider } }
  const contract = {
    kind: 'contract',
    id: seeded.id,
    origin,
    provider,
    budget,
    budgets: [budget],
    period,
    declared: {
      number: seeded.id,
      period,
      addenda: [],
      onceRupiah: seeded.onceRupiah,
      price: { ppnRule: seeded.ppnRule },
    },
  } as unknown as Contract
  const bought = seeded.circuits.map(circuit => circuitOf(circuit, contract))
  return {
    contracts: new Map([[contract.id, contract]]),
    payments: new Map(),
    structures: new Map(),
    spans: new Map(),
    sites: new Map(seeded.circuits.map(circuit => [siteIdOf(circuit), siteOf(circuit)])),
    index: { boughtOfContract: new Map([[contract.id, bought]]) },
  } as unknown as Network
}

function siteIdOf({ id }: SeededCircuit): string {
  return `site-${id}`
}

function siteOf(circuit: SeededCircuit): object {
  const { id, tenants, area } = circuit
  return {
    id: siteIdOf(circuit),
    declared: { name: id },
    area: { id: area, declared: { name: area } },
    tenants: tenants.map(tenant => ({ id: tenant, declared: { name: tenant } })),
  }
}

function circuitOf(circuit: SeededCircuit, contract: Contract): Circuit {
  const {
    id,
    prices: [first, ...changes],
  } = circuit
  const facts = { status: 'active', bandwidthMbps: 10, monthlyRupiah: first?.monthlyRupiah ?? 0, providerRef: id }
  const at = (): Place => contract.origin
  const terms = stretches(facts, contract.period, changes, (before, { monthlyRupiah }) => ({
    ...before,
    monthlyRupiah,
  })).map(stretch => ({ period: stretch.period, declared: stretch.facts, contracts: [contract], at }))
  const site = { id: siteIdOf(circuit) }
  return { kind: 'circuit', id, declared: { ...facts, period: contract.period }, terms, site } as unknown as Circuit
}

function dayIn(random: Random, first: number, last: number): string {
  return addDays(`${first}-01-01`, Math.floor(random() * (last - first + 1) * 365))
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
