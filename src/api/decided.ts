import { addressText, prefixText } from '../model/ip.ts'
import type { LeasePlan, LinkPlan, Plan, RouterPlan, SegmentPlan } from '../plan/plan.ts'

/** What was decided for a site's router. */
export interface DecidedSite {
  /** The router's own address, which is its router id too: `10.33.16.53`. */
  readonly loopback: string
  readonly loopbackV6: string
  /** Private AS number. */
  readonly as: number
  /** By segment; of a segment with several tenants by `segment` and tenant, as the ledger has it. */
  readonly segments: Readonly<Record<string, DecidedSegment>>
}

export interface DecidedSegment {
  readonly v4: string
  readonly v6: string
  readonly gateway: string
  readonly gatewayV6: string
  readonly vlan: number
}

/** What was decided for an owned route, and what its plant comes to. */
export interface DecidedRoute {
  /** The link's prefix. */
  readonly v4: string
  readonly v6: string
  /** OSPF cost. */
  readonly cost: number
  /** Metres along the ground. */
  readonly drawnM: number
  /** Metres of glass, with sag, coils and helix. */
  readonly glassM: number
}

/** What was decided for a leased circuit. */
export interface DecidedCircuit {
  /** VLAN at the hub's hand-off; undefined for an internet circuit, which arrives at the uplinks. */
  readonly vlan: number | undefined
  /** Our address towards the provider at the site; undefined where the provider gives one at run time. */
  readonly siteV4: string | undefined
  /** Traffic is shaped to this: the bandwidth bought less the tunnel's overhead. */
  readonly shapeKbps: number
  readonly tunnels: readonly DecidedTunnel[]
}

export interface DecidedTunnel {
  /** The core that it ends at. */
  readonly core: string
  readonly coreV4: string
  readonly siteV4: string
  /** UDP port at the core. */
  readonly port: number
}

/** Undefined where the plan knows no such thing: it was left out for a fault of its own. */
export function decidedSite(plan: Plan, id: string): DecidedSite | undefined {
  const own = plan.routers.get(id)
  return own === undefined ? undefined : siteOf(own)
}

export function decidedRoute(plan: Plan, id: string): DecidedRoute | undefined {
  const link = plan.links.get(id)
  return link === undefined ? undefined : routeOf(link, plan)
}

export function decidedCircuit(plan: Plan, id: string): DecidedCircuit | undefined {
  const lease = plan.leases.get(id)
  return lease === undefined ? undefined : circuitOf(lease)
}

function siteOf({ loopbackV4, loopbackV6, as, segments, site }: RouterPlan): DecidedSite {
  return {
    loopback: addressText(loopbackV4),
    loopbackV6: addressText(loopbackV6),
    as,
    segments: Object.fromEntries(segments.map(segment => [within(site.id, segment.id), segmentOf(segment)])),
  }
}

function within(site: string, id: string): string {
  return id.startsWith(`${site}/`) ? id.slice(site.length + 1) : id
}

function segmentOf({ v4, v6, gatewayV4, gatewayV6, vlan }: SegmentPlan): DecidedSegment {
  return {
    v4: prefixText(v4),
    v6: prefixText(v6),
    gateway: addressText(gatewayV4),
    gatewayV6: addressText(gatewayV6),
    vlan,
  }
}

function routeOf({ route, v4, v6, cost }: LinkPlan, { plant }: Plan): DecidedRoute {
  const path = plant.routes.get(route.id)
  return { v4: prefixText(v4), v6: prefixText(v6), cost, drawnM: path?.drawnM ?? 0, glassM: path?.glassM ?? 0 }
}

function circuitOf({ hubEnds, siteV4, shapeKbps, tunnels }: LeasePlan): DecidedCircuit {
  return {
    vlan: hubEnds[0]?.vlan,
    siteV4: siteV4 === undefined ? undefined : prefixText(siteV4),
    shapeKbps,
    tunnels: tunnels.map(({ core, v4, port }) => ({
      core: core.id,
      coreV4: addressText(v4.core),
      siteV4: addressText(v4.site),
      port,
    })),
  }
}
