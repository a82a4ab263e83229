import { intentOf } from '../../intent/build.ts'
import type { Intent } from '../../intent/intent.ts'
import { addressOf, addressText, nth, parseAddress, type Address } from '../../model/ip.ts'
import type { Plan, SegmentPlan } from '../../plan/plan.ts'
import { linuxRenderer } from '../../platforms/linux/linux.ts'
import { withLinuxNames } from './interface-names.ts'
import { internetConf } from './internet.ts'
import { overlayConf, shortTimers, type LabTimers } from './overlay.ts'
import { fileText } from './secrets.ts'

/** Everything that a lab consists of, decided before anything is made. */
export interface Blueprint {
  readonly plan: Plan
  readonly routers: readonly LabRouter[]
  readonly wires: readonly Wire[]
  readonly hosts: readonly Host[]
  readonly internetConf: string
  readonly watchdogs: readonly Watchdog[]
}

export interface LabRouter {
  readonly id: string
  readonly intent: Intent
  readonly daemons: readonly string[]
  /** As rendered, with throw-away secrets. */
  readonly frrConf: string
  /** What the lab adds to it, kept apart. */
  readonly overlay: string
  readonly nftables: string
  readonly sysctl: string
}

/** One end of a wire: a namespace by its role, and the interface there. */
interface End {
  readonly at: string
  readonly name: string
}

/** `bridge`: the provider joins its two halves, and can silently stop doing so. */
export interface Wire {
  readonly kind: 'fibre' | 'tunnel' | 'uplink' | 'segment' | 'stub'
  /** Id of the route, tunnel, uplink or segment. */
  readonly id: string
  readonly a: End
  readonly b: End
  readonly mtu?: number
  readonly bridge?: string
}

/** One host in a segment, or the one in the internet. */
export interface Host {
  /** `site/segment`, or `internet`. */
  readonly id: string
  readonly site: string | undefined
  readonly router: string | undefined
  readonly zone: string
  readonly tenant: string | undefined
  readonly interface: string
  readonly v4: Address
  readonly v6: Address
  readonly lengthV4: number
  readonly gatewayV4: Address
  readonly gatewayV6: Address
}

/** A default that lives while a probe is answered. */
export interface Watchdog {
  readonly router: string
  readonly uplink: string
  readonly local: string
  readonly probe: string
  readonly routes: readonly string[]
}

export const hostsNamespace = '.hosts'
export const providerNamespace = '.provider'
export const internetNamespace = '.internet'

/** RFC 2544's range and the one of documentation stand for the internet: no inventory uses the first. */
const internetLan = {
  v4: must('198.18.0.1'),
  v6: must('2001:db8:cafe::1'),
  hostV4: must('198.18.0.2'),
  hostV6: must('2001:db8:cafe::2'),
}

export function blueprintOf(plan: Plan, timers: LabTimers = shortTimers): Blueprint {
  const routers = [...plan.routers.values()]
    .filter(({ site }) => site.active)
    .map(own => routerOf(withLinuxNames(intentOf(plan, own)), timers))
  const hosts = [...segmentHosts(plan, routers), internetHost()]
  const wired = [...fibreWires(routers), ...tunnelWires(routers), ...uplinkWires(routers), ...hostWires(routers, hosts)]
  const intents = routers.map(({ intent }) => intent)
  return {
    plan,
    routers,
    hosts,
    wires: [...wired, ...stubWires(routers, wired)],
    internetConf: internetConf(plan, intents, internetLan),
    watchdogs: intents.flatMap(watchdogsOf),
  }
}

function routerOf(intent: Intent, timers: LabTimers): LabRouter {
  const files = new Map(linuxRenderer.render(intent).map(({ name, lines }) => [name, fileText(lines)]))
  const text = (name: string): string => files.get(name) ?? ''
  const asked = [...text('daemons').matchAll(/^(\w+)=yes$/gm)].flatMap(([, name]) =>
    name === undefined || name === 'vtysh_enable' ? [] : name,
  )
  // BFD first: the others register their sessions with it.
  const daemons = ['zebra', 'staticd', 'bfdd', 'ospfd', 'ospf6d', 'bgpd'].filter(
    name => name === 'zebra' || name === 'staticd' || asked.includes(name),
  )
  return {
    id: intent.router.id,
    intent,
    daemons,
    frrConf: text('frr.conf'),
    overlay: overlayConf(intent, timers),
    nftables: text('nftables.conf'),
    sysctl: text('sysctl.conf'),
  }
}

/** Ends that share an id belong together. */
function paired(ends: readonly (End & { readonly id: string })[]): (readonly [string, End, End])[] {
  return [...Map.groupBy(ends, ({ id }) => id)].flatMap(([id, [a, b]]) =>
    a === undefined || b === undefined ? [] : [[id, { at: a.at, name: a.name }, { at: b.at, name: b.name }] as const],
  )
}

function fibreWires(routers: readonly LabRouter[]): Wire[] {
  const ends = routers.flatMap(({ id: at, intent }) =>
    intent.fibre.map(link => ({ id: link.id, at, name: link.interface.value })),
  )
  return paired(ends).map(([id, a, b]): Wire => ({ kind: 'fibre', id, a, b }))
}

/** One wire for each tunnel, through the provider. */
function tunnelWires(routers: readonly LabRouter[]): Wire[] {
  const ends = routers.flatMap(({ id: at, intent }) =>
    intent.tunnels.map(tunnel => ({ id: tunnel.id, at, name: tunnel.interface.value })),
  )
  const mtus = new Map(routers.flatMap(({ intent }) => intent.tunnels.map(({ id, mtu }) => [id, mtu.value] as const)))
  return paired(ends).map(
    ([id, a, b], i): Wire => ({ kind: 'tunnel', id, a, b, mtu: mtus.get(id) ?? 1420, bridge: `t${i}` }),
  )
}

function uplinkWires(routers: readonly LabRouter[]): Wire[] {
  const uplinks = routers.flatMap(({ id: at, intent }) =>
    intent.uplinks.map(uplink => ({ id: uplink.id, at, name: uplink.interface.value })),
  )
  return uplinks.map(
    ({ id, at, name }, i): Wire => ({
      kind: 'uplink',
      id,
      a: { at, name },
      b: { at: internetNamespace, name: `up${i}` },
      bridge: `u${i}`,
    }),
  )
}

function hostWires(routers: readonly LabRouter[], hosts: readonly Host[]): Wire[] {
  const interfaces = new Map<string, string>(
    routers.flatMap(({ intent }) =>
      (intent.access?.segments ?? []).map(
        segment => [`${intent.router.siteId}/${segment.id}`, segment.interface] as const,
      ),
    ),
  )
  return hosts.map((host): Wire => {
    const b = { at: hostsNamespace, name: host.interface }
    if (host.router === undefined) return { kind: 'segment', id: host.id, a: { at: internetNamespace, name: 'lan' }, b }
    return { kind: 'segment', id: host.id, a: { at: host.router, name: interfaces.get(host.id) ?? '' }, b }
  })
}

/**
 * Interfaces that a router's configuration names and nothing in the lab answers: ports of circuits below their tunnels.
 */
function stubWires(routers: readonly LabRouter[], wired: readonly Wire[]): Wire[] {
  const taken = new Set(wired.flatMap(({ a, b }) => [a, b]).map(({ at, name }) => `${at} ${name}`))
  const named = routers.flatMap(({ id, frrConf }) =>
    [...frrConf.matchAll(/^interface (\S+)$/gm)].map(([, name = '']): End => ({ at: id, name })),
  )
  return named
    .filter(({ at, name }) => name !== 'lo' && !taken.has(`${at} ${name}`))
    .map((a, i): Wire => ({ kind: 'stub', id: `${a.at}/${a.name}`, a, b: { at: providerNamespace, name: `stub${i}` } }))
}

function segmentHosts(plan: Plan, routers: readonly LabRouter[]): Host[] {
  const booted = new Set(routers.map(({ id }) => id))
  const segments = [...plan.segments].filter(([, { active, site }]) => active && booted.has(site.router.id))
  return segments.map(([id, segment], i) => hostOf(id, segment, i))
}

/** The third address: no router's, and the first one that a host may have. */
function hostOf(id: string, { site, zone, tenant, v4, v6, gatewayV4, gatewayV6 }: SegmentPlan, i: number): Host {
  return {
    id,
    site: site.id,
    router: site.router.id,
    zone: zone.zone.id,
    tenant: tenant?.id,
    interface: `h${i}`,
    v4: addressOf(nth(v4, 2)),
    v6: addressOf(nth(v6, 0x10)),
    lengthV4: v4.length,
    gatewayV4: addressOf(gatewayV4),
    gatewayV6: addressOf(gatewayV6),
  }
}

function internetHost(): Host {
  const { v4, v6, hostV4, hostV6 } = internetLan
  return {
    id: 'internet',
    site: undefined,
    router: undefined,
    zone: 'internet',
    tenant: undefined,
    interface: 'inet',
    v4: hostV4,
    v6: hostV6,
    lengthV4: 24,
    gatewayV4: v4,
    gatewayV6: v6,
  }
}

function watchdogsOf({ router, uplinks }: Intent): Watchdog[] {
  return uplinks.flatMap(({ id, interface: name, v4, gateway, gatewayV6, probe }): Watchdog[] => {
    if (probe.value === undefined) return []
    const routes = [
      `ip route 0.0.0.0/0 ${addressText(gateway.value)} ${name.value}`,
      ...(gatewayV6.value === undefined ? [] : [`ipv6 route ::/0 ${addressText(gatewayV6.value)} ${name.value}`]),
    ]
    return [{ router: router.id, uplink: id, local: addressText(v4), probe: addressText(probe.value), routes }]
  })
}

function must(text: string): Address {
  const address = parseAddress(text)
  if (address === undefined) throw new Error(`not an address: ${text}`)
  return address
}
