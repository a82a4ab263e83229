import pulumi from '@pulumi/pulumi'
import type { FibreRouteArgs, LeasedCircuitArgs, SiteArgs } from '../../api/args.ts'
import { calledFrom } from '../../api/called-from.ts'
import { decidedCircuit, decidedRoute, decidedSite } from '../../api/decided.ts'
import type { DecidedSegment, DecidedTunnel } from '../../api/decisions.ts'
import type { Plan } from '../../plan/plan.ts'
import { componentOptions } from '../resources/declaration.ts'
import type { Inputs } from './inputs.ts'
import { programNetwork } from './program.ts'

/** Everything declared stands below the network of the stack. */
export type ThingOptions = Omit<pulumi.ComponentResourceOptions, 'parent'>

/**
 * A place with a router, its agencies and their segments. Nothing is to be called at the end: the network compiles and
 * deploys by itself, once the program has declared everything.
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
 * export const address = dishub.loopback
 */
export class Site extends pulumi.ComponentResource {
  readonly kind = 'site' as const
  /** Lower-case letters, digits and hyphens; allocations belong to it. */
  readonly id: string
  /** The router's own address, which is its router id too: `10.33.16.53`. */
  readonly loopback: pulumi.Output<string>
  readonly loopbackV6: pulumi.Output<string>
  /** Private AS number. */
  readonly as: pulumi.Output<number>
  /** By segment: prefixes, gateways, VLAN. */
  readonly segments: pulumi.Output<Readonly<Record<string, DecidedSegment>>>

  constructor(id: string, args: Inputs<SiteArgs>, options: ThingOptions = {}) {
    const { network, declare } = programNetwork()
    super('serat:index:OpdSite', id, {}, componentOptions({ ...options, network }, args.was))
    this.id = id
    const plan = declare(this, { kind: this.kind, id, calledFrom: calledFrom(Site) }, args)
    const decided = pulumi.output(plan.then(decision => certain(decidedSite, decision, id)))
    this.loopback = decided.loopback
    this.loopbackV6 = decided.loopbackV6
    this.as = decided.as
    this.segments = decided.segments
    this.registerOutputs({ name: args.name, class: args.class })
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
export class FibreRoute extends pulumi.ComponentResource {
  readonly kind = 'route' as const
  /** Lower-case letters, digits and hyphens; allocations belong to it. */
  readonly id: string
  /** The link's prefix. */
  readonly v4: pulumi.Output<string>
  readonly v6: pulumi.Output<string>
  /** OSPF cost. */
  readonly cost: pulumi.Output<number>
  /** Metres along the ground. */
  readonly drawnM: pulumi.Output<number>
  /** Metres of glass, with sag, coils and helix. */
  readonly glassM: pulumi.Output<number>

  constructor(id: string, args: Inputs<FibreRouteArgs>, options: ThingOptions = {}) {
    const { network, declare } = programNetwork()
    super('serat:index:FibreRoute', id, {}, componentOptions({ ...options, network }, args.was))
    this.id = id
    const plan = declare(this, { kind: this.kind, id, calledFrom: calledFrom(FibreRoute) }, args)
    const decided = pulumi.output(plan.then(decision => certain(decidedRoute, decision, id)))
    this.v4 = decided.v4
    this.v6 = decided.v6
    this.cost = decided.cost
    this.drawnM = decided.drawnM
    this.glassM = decided.glassM
    this.registerOutputs({})
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
 * export const vlan = circuit.vlan
 */
export class LeasedCircuit extends pulumi.ComponentResource {
  readonly kind = 'circuit' as const
  /** Lower-case letters, digits and hyphens; allocations belong to it. */
  readonly id: string
  /** VLAN at the hub's hand-off; undefined for an internet circuit, which arrives at the uplinks. */
  readonly vlan: pulumi.Output<number | undefined>
  /** Our address towards the provider at the site; undefined where the provider gives one at run time. */
  readonly siteV4: pulumi.Output<string | undefined>
  /** Traffic is shaped to this: the bandwidth bought less the tunnel's overhead. */
  readonly shapeKbps: pulumi.Output<number>
  readonly tunnels: pulumi.Output<readonly DecidedTunnel[]>

  constructor(id: string, args: Inputs<LeasedCircuitArgs>, options: ThingOptions = {}) {
    const { network, declare } = programNetwork()
    super('serat:index:LeasedCircuit', id, {}, componentOptions({ ...options, network }, args.was))
    this.id = id
    const plan = declare(this, { kind: this.kind, id, calledFrom: calledFrom(LeasedCircuit) }, args)
    const decided = pulumi.output(plan.then(decision => certain(decidedCircuit, decision, id)))
    this.vlan = decided.apply(({ vlan }) => vlan)
    this.siteV4 = decided.apply(({ siteV4 }) => siteV4)
    this.shapeKbps = decided.shapeKbps
    this.tunnels = decided.apply(({ tunnels }) => tunnels)
    this.registerOutputs({ provider: args.provider })
  }
}

/** A network that compiles without an error has decided everything that was declared. */
function certain<T>(decide: (plan: Plan, id: string) => T | undefined, plan: Plan, id: string): T {
  const decided = decide(plan, id)
  if (decided === undefined) throw new Error(`nothing was decided for ${id}`)
  return decided
}
