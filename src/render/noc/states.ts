import type { Watched, WatchedRoute, WatchedRouter, WatchedTunnel, WatchedUplink } from './watched.ts'

/** `serat_down` of all that is watched: 1 down, 0 up, no series where nothing is known. */
export function stateRules({ routers, routes, tunnels, uplinks }: Watched): object {
  const { windowSeconds } = tunnelRhythm(tunnels)
  return {
    groups: [
      {
        name: 'serat-states',
        rules: [
          ...routers.map(routerState),
          ...routes.map(routeState),
          ...tunnels.map(tunnel => tunnelState(tunnel, windowSeconds)),
          ...uplinks.map(uplink => uplinkState(uplink, windowSeconds)),
        ],
      },
    ],
  }
}

function routerState({ id, lat, lon, site, references }: WatchedRouter): object {
  const expr = `max(probe_success{job="icmp",router="${id}"}) == bool 0`
  return { record: 'serat_down', expr, labels: { sign: `router:${id}`, site, reference: references, lat, lon } }
}

/**
 * A port whose router does not answer says nothing, so that one end is enough. Only a port that is up (1) passes
 * packets: vendors say down (2), without its optic (6) or without the layer below (7); 4 is not known (RFC 2863,
 * ifOperStatus).
 */
function routeState({ id, sites, ends }: WatchedRoute): object {
  const ports = ends.map(({ address, port }) => `ifOperStatus{job="snmp",instance="${address}",ifName="${port}"} != 4`)
  return {
    record: 'serat_down',
    expr: `max(${ports.join(' or ')}) > bool 1`,
    labels: { sign: `route:${id}`, site: sites, reference: 'none' },
  }
}

/** How often the ends of tunnels are asked what came in, and how long nothing may. */
interface Rhythm {
  readonly everySeconds: number
  readonly windowSeconds: number
}

/**
 * Both ends send through a tunnel that lives: BFD every second, BGP every ten. Three askings fit into the window, so
 * that one may be lost. A core of many tunnels has a long table, and is asked less often.
 */
export function tunnelRhythm(tunnels: readonly WatchedTunnel[]): Rhythm {
  const ofRouter = Map.groupBy(tunnels, ({ ends: [core] }) => core?.router)
  const most = Math.max(0, ...[...ofRouter.values()].map(({ length }) => length))
  return most > manyTunnels ? { everySeconds: 60, windowSeconds: 200 } : { everySeconds: 15, windowSeconds: 50 }
}

const manyTunnels = 500

/**
 * WireGuard knows no carrier, and its interface is always up: what tells is whether packets still come in, at each end
 * that answers.
 */
function tunnelState({ id, circuit, site, reference, ends }: WatchedTunnel, windowSeconds: number): object {
  const incoming = ends.map(
    ({ address, port }) =>
      `rate(ifHCInOctets{job="tunnels",instance="${address}",ifName="${port}"}[${windowSeconds}s])`,
  )
  return {
    record: 'serat_down',
    expr: `min(${incoming.join(' or ')}) == bool 0`,
    labels: { sign: `tunnel:${id}`, site, reference, circuit },
  }
}

/**
 * An uplink lives while its core has the default through it, by BGP or while the probe of a static one answers. Where a
 * core has several the default may lead through another: this one is then down when nothing comes in either.
 */
function uplinkState(
  { id, site, reference, gateway, hasSiblings, end: { address, port } }: WatchedUplink,
  windowSeconds: number,
): object {
  const asked = `max(up{job="tunnels",instance="${address}"}) == 1`
  const lives = [
    `ipCidrRouteProto{job="tunnels",instance="${address}",destination="0.0.0.0",gateway="${gateway}"}`,
    ...(hasSiblings
      ? [`rate(ifHCInOctets{job="tunnels",instance="${address}",ifName="${port}"}[${windowSeconds}s]) > 0`]
      : []),
  ]
  return {
    record: 'serat_down',
    expr: `(count(${lives.join(' or ')}) or 0 * (${asked})) == bool 0`,
    labels: { sign: `uplink:${id}`, site, reference, circuit: id },
  }
}
