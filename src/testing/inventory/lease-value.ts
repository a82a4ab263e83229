import type { CircuitValue, ContractValue, ProviderValue, UplinkValue } from './value.ts'

export const fiscalYear = { from: '2026-01-01', to: '2026-12-31' } as const

/** What a contract pays for, as far as its price goes. */
interface Paid {
  readonly bandwidthMbps: number
  readonly monthlyRupiah: number
}

/** A contract for the fiscal year whose price, tax and annex follow from what it pays for. */
export function contractValue(id: string, number: number, paid: readonly Paid[]): ContractValue {
  const price = paid.reduce((sum, { monthlyRupiah }) => sum + monthlyRupiah * 12, 0)
  return {
    contract: id,
    number: `027/${String(number).padStart(4, '0')}/SPs/16/2026`,
    title: `Sewa ${paid.length} sirkuit, tahun 2026`,
    form: 'surat-pesanan',
    method: 'e-purchasing',
    rupId: String(firstRupId + number),
    ppk: 'PPK Diskominfo',
    signed: '2025-12-29',
    period: fiscalYear,
    // 12 % of 11/12 of the price: fees are whole hundreds of thousands, so nothing is left to round.
    price: { exclPpnRupiah: price, ppnRule: 'dpp-11-12-2025', inclPpnRupiah: price + (price * 11) / 100 },
    budget: 'jaringan-intra',
    sla: {
      availabilityPercent: 99.5,
      exclude: ['force-majeure', 'customer-power', 'planned-maintenance'],
      restitution: 'excess-fraction',
    },
    annex: { circuits: paid.length, bandwidthMbps: paid.reduce((sum, { bandwidthMbps }) => sum + bandwidthMbps, 0) },
    documents: [
      { kind: 'kontrak', date: '2025-12-29', sha256: digits(2 * number) },
      { kind: 'bast', date: '2026-01-05', sha256: digits(2 * number + 1) },
    ],
  }
}

const firstRupId = 61_000_000

/** By which its number, its documents and its RUP are told apart. */
export function numberOf({ rupId }: ContractValue): number {
  return Number(rupId) - firstRupId
}

/** 64 hexadecimal digits that look like a hash and are none. */
function digits(seed: number): string {
  return Array.from({ length: 8 }, (_, i) =>
    (((seed + 1) * 2_654_435_761 * (i + 3)) % 4_294_967_296).toString(16).padStart(8, '0'),
  ).join('')
}

/**
 * Contracts of a provider for all that it sells, ten circuits to a contract; the sold things learn who pays for them.
 */
export function contractsFor<T extends CircuitValue | UplinkValue>(
  prefix: string,
  first: number,
  sold: readonly T[],
): { readonly contracts: ContractValue[]; readonly sold: T[] } {
  const groups = Array.from({ length: Math.ceil(sold.length / 10) }, (_, i) => sold.slice(i * 10, i * 10 + 10))
  const idOf = (i: number): string => `${prefix}-${String(first + i).padStart(4, '0')}`
  return {
    contracts: groups.map((group, i) => contractValue(idOf(i), first + i, group)),
    sold: groups.flatMap((group, i) => group.map(one => ({ ...one, contract: idOf(i) }))),
  }
}

export function providerValue(id: string, name: string, npwp: string, contracts: ContractValue[]): ProviderValue {
  return {
    provider: id,
    name,
    npwp,
    noc: { role: `NOC ${name}`, mail: `noc@${id}.example`, hours: '24/7' },
    escalation: [
      { level: 1, role: 'Petugas jaga NOC', afterMinutes: 15 },
      { level: 2, role: 'Kepala shift NOC', afterMinutes: 60 },
      { level: 3, role: 'Manajer layanan pemerintah', afterMinutes: 240 },
    ],
    contracts,
  }
}

/** The `n`th of the two uplinks that a hub has: BGP with IPv6 at the one, a probed static default at the other. */
export function uplinkValue(n: 1 | 2, provider: string, router: string, port: string): UplinkValue {
  const common = {
    uplink: `uplink-${n}`,
    provider,
    providerRef: `INET-${n}`,
    period: fiscalYear,
    router,
    port,
    bandwidthMbps: 1000,
    monthlyRupiah: 46_000_000,
  }
  if (n === 2)
    return {
      ...common,
      address: { v4: '198.51.100.2/30', gateway: '198.51.100.1' },
      natPool: '198.51.100.64/29',
      routing: { kind: 'static', probe: '192.0.2.250' },
    }
  return {
    ...common,
    address: {
      v4: '203.0.113.2/30',
      gateway: '203.0.113.1',
      v6: '2001:db8:ffff:1::2/64',
      gatewayV6: '2001:db8:ffff:1::1',
    },
    natPool: '203.0.113.64/29',
    prefixV6: '2001:db8:1000::/48',
    routing: { kind: 'bgp', as: 64_496, ourAs: 64_500, password: { secret: 'bgp/uplink-1' } },
  }
}

export type Service = CircuitValue['service']

export interface CircuitShape {
  readonly id: string
  readonly site: string
  readonly port: string
  readonly service: Service
  readonly provider: string
  readonly handoff: string
  /** Unique among its provider's circuits: its VLAN, reference and address follow from it. */
  readonly number: number
  readonly role: 'primary' | 'backup'
  readonly address?: 'fixed' | 'dynamic' | 'cgnat'
}

/** A circuit without a contract yet. */
export function circuitValue({
  id,
  site,
  port,
  service,
  provider,
  handoff,
  number,
  role,
  address = 'fixed',
}: CircuitShape): CircuitValue {
  const bandwidthMbps = service === 'metro-ethernet' ? 30 : 20
  const monthlyRupiah = { 'metro-ethernet': 4_800_000, 'ip-vpn': 3_400_000, internet: 1_300_000 }[service]
  const common = {
    circuit: id,
    provider,
    providerRef: `${provider.slice(-1).toUpperCase()}-${10_000 + number}`,
    service,
    bandwidthMbps,
    monthlyRupiah,
  }
  if (service !== 'internet')
    return { ...common, hub: { handoff, vlan: 2 + number }, site: { id: site, port }, role, period: fiscalYear }
  return {
    ...common,
    site: { id: site, port, address: address === 'fixed' ? fixedAddress(number) : { kind: address } },
    role,
    period: fiscalYear,
  }
}

/** The `n`th /30 of the range that RFC 2544 sets aside for tests. */
function fixedAddress(n: number): { kind: 'fixed'; v4: string; gateway: string } {
  const base = (198 * 256 + 18) * 65_536 + n * 4
  return { kind: 'fixed', v4: `${dotted(base + 2)}/30`, gateway: dotted(base + 1) }
}

export function dotted(value: number): string {
  return [24, 16, 8, 0].map(shift => (value >>> shift) & 255).join('.')
}
