import type { FibreRouteArgs, LeasedCircuitArgs, SiteArgs } from './args.ts'
import { calledFrom, type CallSite } from './called-from.ts'

/** What a program declares; it means nothing until `compile` takes it. */
export type Thing = Site | FibreRoute | LeasedCircuit

/**
 * A place with a router, its agencies and their segments. What was decided for it says `compile(…).of(site)`.
 *
 * @example
 * const dishub = new Site('dishub', {
 *   name: 'Dinas Perhubungan',
 *   class: 'opd',
 *   kecamatan: '33.10.24',
 *   location: { lat: -7.687117, lon: 110.636557, quality: 'sourced' },
 *   tenants: ['dishub'],
 *   router: { platform: 'routeros', model: 'CCR2004-16G-2S+PC', version: '7.20.6' },
 *   segments: { data: 60, voice: 12 },
 * })
 */
export class Site {
  readonly kind = 'site'
  /** Lower-case letters, digits and hyphens; allocations belong to it. */
  readonly id: string
  readonly args: SiteArgs
  /** Where the program declares it. */
  readonly calledFrom: CallSite | undefined

  constructor(id: string, args: SiteArgs) {
    this.id = id
    this.args = args
    this.calledFrom = calledFrom(Site)
  }
}

/**
 * An owned light path between two router ports. A site object may stand for its router's id.
 *
 * @example
 * const ring = new FibreRoute('ring-1', {
 *   a: { router: 'core-1', port: 'sfp-sfpplus1', optic: 'lr' },
 *   b: { router: dishub, port: 'sfp-sfpplus1', optic: 'lr' },
 *   speedMbps: 10_000,
 *   path: ['odf-pusat/1', 'c-1/1', 'odf-dishub/1'],
 * })
 */
export class FibreRoute {
  readonly kind = 'route'
  /** Lower-case letters, digits and hyphens; allocations belong to it. */
  readonly id: string
  readonly args: FibreRouteArgs
  /** Where the program declares it. */
  readonly calledFrom: CallSite | undefined

  constructor(id: string, args: FibreRouteArgs) {
    this.id = id
    this.args = args
    this.calledFrom = calledFrom(FibreRoute)
  }
}

/**
 * A circuit that is bought from a provider, and the tunnel over it to the hub.
 *
 * @example
 * const circuit = new LeasedCircuit('ckt-bukit', {
 *   provider: 'penyedia-a',
 *   providerRef: 'A-1001',
 *   contract: 'ktr-1',
 *   service: 'metro-ethernet',
 *   bandwidthMbps: 50,
 *   monthlyRupiah: 5_000_000,
 *   hub: { handoff: 'nni-a', vlan: 1001 },
 *   site: { id: bukit, port: 'ether1' },
 *   role: 'primary',
 *   period: { from: '2026-01-01', to: '2026-12-31' },
 * })
 */
export class LeasedCircuit {
  readonly kind = 'circuit'
  /** Lower-case letters, digits and hyphens; allocations belong to it. */
  readonly id: string
  readonly args: LeasedCircuitArgs
  /** Where the program declares it. */
  readonly calledFrom: CallSite | undefined

  constructor(id: string, args: LeasedCircuitArgs) {
    this.id = id
    this.args = args
    this.calledFrom = calledFrom(LeasedCircuit)
  }
}
