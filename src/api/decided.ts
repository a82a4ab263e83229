import { addressText, prefixText } from '../model/ip.ts'
import type { LeasePlan, LinkPlan, Plan, RouterPlan, SegmentPlan } from '../plan/plan.ts'
import type { DecidedCircuit, DecidedRoute, DecidedSegment, DecidedSite } from './decisions.ts'

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
