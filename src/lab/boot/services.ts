import { itemAt } from '../../text/item-at.ts'
import type { Family } from '../../analysis/service/routing.ts'
import type { SiteState } from '../../analysis/graph/state.ts'
import { analysisOf } from '../../analysis/analysis.ts'
import type { Plan } from '../../plan/plan.ts'
import { probePort, type Flow, type Probe } from '../agent/agent-config.ts'
import type { Hosts } from '../agent/agent-client.ts'
import { providerNamespace, type Blueprint, type Host } from './blueprint.ts'
import type { Running } from './running.ts'
import { textOf } from '../verify/verify-zones.ts'
import { mayOpen } from '../verify/zone-pairs.ts'

/**
 * How a site's service is asked for by packets: new conversations in each direction, by hosts that the policy lets
 * talk.
 */
export interface SiteProbe {
  readonly site: string
  readonly toHub: readonly [Host, Host] | undefined
  readonly fromHub: readonly [Host, Host] | undefined
  readonly toInternet: readonly [Host, Host] | undefined
  /** Circuits that are no backup for this site; seen on any other, it is on backup. */
  readonly primary: string | undefined
}

/** What packets said of a site. */
export interface Observed {
  readonly state: SiteState
  readonly internetV4: boolean
  readonly internetV6: boolean
  readonly hubV6: boolean
  /** Circuits that the site's IPv4 packets were seen on. */
  readonly circuits: readonly string[]
}

export function siteProbes({ plan, hosts }: Blueprint): SiteProbe[] {
  const { network } = plan
  const internet = hosts.find(({ id }) => id === 'internet')
  const hub = hosts.filter(({ router }) => router === network.hub.router.id)
  return analysisOf(plan).elements.sites.map(({ site, primary }) => {
    const own = hosts.filter(each => each.site === site.id && each.router === site.router.id)
    return {
      site: site.id,
      toHub: firstPair(plan, own, hub),
      fromHub: firstPair(plan, hub, own),
      toInternet: internet === undefined ? undefined : firstPair(plan, own, [internet]),
      primary,
    }
  })
}

function firstPair({ network }: Plan, from: readonly Host[], to: readonly Host[]): readonly [Host, Host] | undefined {
  for (const a of from) for (const b of to) if (a !== b && mayOpen(network, a, b)) return [a, b]
  return undefined
}

type Way = 'toHub' | 'fromHub' | 'toInternet'
const ways: readonly Way[] = ['toHub', 'fromHub', 'toInternet']

/** Asks every site's service once, by packets; and on which leased wires the provider saw them. */
export async function observeServices(
  lab: Running,
  hosts: Hosts,
  probes: readonly SiteProbe[],
  waitMs = 900,
): Promise<ReadonlyMap<string, Observed>> {
  const asked = probes.flatMap(probe =>
    ways.flatMap(way =>
      ([4, 6] as const).flatMap(family => {
        const pair = probe[way]
        return pair === undefined
          ? []
          : [{ site: probe.site, way, family, from: textOf(pair[0], family), to: textOf(pair[1], family) }]
      }),
    ),
  )
  await forgetSeen(lab)
  const arrivals = await hosts.probe(
    asked.map(({ from, to }, id): Probe => ({ id, from, to, port: probePort })),
    waitMs,
  )
  const arrived = new Set(
    arrivals.flatMap(({ id, arrived, answered }) => {
      const { site, way, family } = itemAt(asked, id)
      return (way === 'toInternet' ? answered : arrived) ? [`${site} ${way} ${family}`] : []
    }),
  )
  const seen = await seenOn(lab)
  return new Map(probes.map(probe => [probe.site, observedOf(lab, probe, arrived, seen)]))
}

function observedOf(
  { blueprint }: Running,
  probe: SiteProbe,
  arrived: ReadonlySet<string>,
  seen: ReadonlyMap<string, ReadonlySet<string>>,
): Observed {
  const has = (way: Way, family: Family): boolean => arrived.has(`${probe.site} ${way} ${family}`)
  const pairs = ways.flatMap(way =>
    probe[way] === undefined ? [] : [pairName(textOf(probe[way][0], 4), textOf(probe[way][1], 4))],
  )
  const circuits = [...new Set(pairs.flatMap(pair => [...(seen.get(pair) ?? [])]))].sort()
  const onBackup = circuits.some(id => isBackup(blueprint.plan, id, probe.primary))
  const [internetV4, internetV6] = [has('toInternet', 4), has('toInternet', 6)]
  const state: SiteState =
    !has('toHub', 4) || !has('fromHub', 4)
      ? 'isolated'
      : !internetV4
        ? 'without-internet'
        : onBackup
          ? 'on-backup'
          : 'in-service'
  return { state, internetV4, internetV6, hubV6: has('toHub', 6) && has('fromHub', 6), circuits }
}

function isBackup({ network }: Plan, id: string, primary: string | undefined): boolean {
  return network.circuits.get(id)?.declared.role === 'backup' || (primary !== undefined && id !== primary)
}

function pairName(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

async function forgetSeen({ runner, namespace }: Running): Promise<void> {
  await runner.run('ip', 'netns', 'exec', namespace(providerNamespace), 'nft', 'flush', 'set', 'bridge', 'seen', 'v4')
}

/**
 * Circuits on which packets between two addresses were seen, in either direction. Only wires of tunnels count: an
 * uplink is no circuit of a site.
 */
async function seenOn({ runner, namespace, blueprint }: Running): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const text = await runner.run(
    'ip',
    'netns',
    'exec',
    namespace(providerNamespace),
    'nft',
    'list',
    'set',
    'bridge',
    'seen',
    'v4',
  )
  const circuitOf = new Map(
    blueprint.wires.flatMap(({ kind, id, bridge }) =>
      kind === 'tunnel' && bridge !== undefined ? [[bridge, id.slice(0, id.indexOf('/'))] as const] : [],
    ),
  )
  const seen = new Map<string, Set<string>>()
  for (const [, port = '', source = '', target = ''] of text.matchAll(/"([a-z0-9]+)" \. ([\d.]+) \. ([\d.]+)/g)) {
    const circuit = circuitOf.get(port.slice(0, -1))
    if (circuit === undefined) continue
    const pair = pairName(source, target)
    seen.set(pair, (seen.get(pair) ?? new Set()).add(circuit))
  }
  return seen
}

/** A steady stream in both directions between each site and the hub, by which its gaps are measured. */
export function serviceFlows(probes: readonly SiteProbe[]): {
  readonly flows: readonly Flow[]
  readonly siteOf: ReadonlyMap<number, string>
} {
  const named = probes.flatMap(({ site, toHub, fromHub }) =>
    [toHub, fromHub].flatMap(pair =>
      pair === undefined ? [] : [{ site, from: textOf(pair[0], 4), to: textOf(pair[1], 4) }],
    ),
  )
  return {
    flows: named.map(({ from, to }, id) => ({ id, from, to })),
    siteOf: new Map(named.map(({ site }, id) => [id, site])),
  }
}
