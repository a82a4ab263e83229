import { circuitValue, contractsFor, providerValue, uplinkValue, type Service } from '../inventory/lease-value.ts'
import type { CircuitValue, ProviderValue, SiteValue, TenantValue, UplinkValue } from '../inventory/value.ts'
import type { Spot } from './geometry.ts'
import { uplinkPort } from './hub.ts'
import { officeId, officeOf } from './office.ts'
import { pick, type Random } from './random.ts'

export interface Leases {
  readonly sites: SiteValue[]
  readonly tenants: TenantValue[]
  readonly circuits: CircuitValue[]
  readonly uplinks: UplinkValue[]
  readonly providers: ProviderValue[]
}

const providerOf: Readonly<Record<Service, string>> = {
  'metro-ethernet': 'penyedia-a',
  'ip-vpn': 'penyedia-b',
  internet: 'penyedia-c',
}
const handoffOf: Readonly<Record<Service, string>> = { 'metro-ethernet': 'nni-a', 'ip-vpn': 'nni-b', internet: '' }

/** Leased offices, backups for one in five of those on fibre, the uplinks, and the contracts for all of it. */
export function leasesOf(random: Random, count: number, first: number, onFibre: readonly SiteValue[]): Leases {
  const offices = Array.from({ length: count }, (_, i) => {
    const shape = {
      number: first + i,
      reach: 'leased' as const,
      model: pick(random, ['L009UiGS-RM', 'L009UiGS-RM', 'RB5009UG+S+IN', 'RB760iGS']),
      spot: farAway(random),
    }
    return { id: officeId(shape), ...officeOf(random, shape) }
  })
  const backed = onFibre.filter(
    ({ router }, i) => i % 5 === 2 && router.platform === 'routeros' && router.model.startsWith('CCR20'),
  )
  const circuits = [
    ...offices.map(({ id }, i) =>
      circuitValue({
        ...placeOf(serviceOf(i), i),
        id: `ckt-${id}`,
        site: id,
        port: 'ether1',
        role: 'primary',
        ...addressOf(i),
      }),
    ),
    ...backed.map(({ site }, i) =>
      circuitValue({
        ...placeOf(i % 2 === 0 ? 'metro-ethernet' : 'internet', count + i),
        id: `ckt-${site}-cadangan`,
        site,
        port: 'ether1',
        role: 'backup',
      }),
    ),
  ]
  const uplinks = [
    uplinkValue(1, 'penyedia-b', 'core-1', uplinkPort),
    uplinkValue(2, 'penyedia-c', 'core-2', uplinkPort),
  ]
  return {
    ...soldBy(numbered(circuits), uplinks),
    sites: offices.map(({ site }) => site),
    tenants: offices.flatMap(({ tenants }) => tenants),
  }
}

function placeOf(
  service: Service,
  number: number,
): { readonly service: Service; readonly provider: string; readonly handoff: string; readonly number: number } {
  return { service, provider: providerOf[service], handoff: handoffOf[service], number }
}

/** Of 24 leased sites ten have metro-ethernet, eight ip-vpn and six the internet. */
function serviceOf(index: number): Service {
  const place = (index * 5) % 24
  return place < 10 ? 'metro-ethernet' : place < 18 ? 'ip-vpn' : 'internet'
}

function addressOf(index: number): { readonly address: 'fixed' | 'dynamic' | 'cgnat' } {
  const kinds = ['fixed', 'fixed', 'dynamic', 'fixed', 'cgnat', 'fixed'] as const
  return { address: kinds[index % 6] ?? 'fixed' }
}

/** VLANs of a hand-off end at 4094, so they are counted for each by itself. */
function numbered(circuits: readonly CircuitValue[]): CircuitValue[] {
  const used = new Map<string, number>()
  return circuits.map(circuit => {
    if (circuit.hub === undefined) return circuit
    const vlan = (used.get(circuit.hub.handoff) ?? 1) + 1
    used.set(circuit.hub.handoff, vlan)
    return { ...circuit, hub: { ...circuit.hub, vlan } }
  })
}

function soldBy(
  circuits: readonly CircuitValue[],
  uplinks: readonly UplinkValue[],
): Pick<Leases, 'circuits' | 'uplinks' | 'providers'> {
  const all: Pick<Leases, 'circuits' | 'uplinks' | 'providers'> = { circuits: [], uplinks: [], providers: [] }
  let number = 1
  for (const [i, provider] of ['penyedia-a', 'penyedia-b', 'penyedia-c'].entries()) {
    const own = contractsFor(
      'ktr-2026',
      number,
      circuits.filter(circuit => circuit.provider === provider),
    )
    number += own.contracts.length
    const ownUplinks = contractsFor(
      'ktr-2026',
      number,
      uplinks.filter(uplink => uplink.provider === provider),
    )
    number += ownUplinks.contracts.length
    all.circuits.push(...own.sold)
    all.uplinks.push(...ownUplinks.sold)
    all.providers.push(
      providerValue(provider, `PT Contoh ${'ABC'[i]}`, `00${13_456_780 + i}524000`, [
        ...own.contracts,
        ...ownUplinks.contracts,
      ]),
    )
  }
  return all
}

function farAway(random: Random): Spot {
  const angle = random() * 2 * Math.PI
  const metres = 16_000 + random() * 20_000
  return { east: metres * Math.cos(angle), north: metres * Math.sin(angle) }
}
