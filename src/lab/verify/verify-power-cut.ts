import { simulate } from '../../analysis/service/simulate.ts'
import type { Service, SiteState } from '../../analysis/graph/state.ts'
import { silentPeersEverySeconds } from '../../intent/decided.ts'
import type { Hosts } from '../agent/agent-client.ts'
import { hasShiftedWireguard, type WireguardEnd } from '../agent/wireguard.ts'
import type { LabRouter } from '../boot/blueprint.ts'
import { sleep } from '../boot/ready.ts'
import type { Running } from '../boot/running.ts'
import { observeServices, siteProbes, type Observed } from '../boot/services.ts'
import {
  forgettingOf,
  giveAddress,
  layLastMile,
  startCore,
  startSite,
  takeUpLastMile,
  throwAwayKeys,
  type CutTunnel,
} from './power-cut-bench.ts'
import { agree } from './verify-failures.ts'

/** A leased site without a clock loses power: it comes back in 1970, at another address. */
export interface PowerCutReport {
  readonly site: string
  readonly tunnels: number
  /** While its cores still remember the handshakes of before. */
  readonly predicted: SiteState
  readonly observed: SiteState
  /** Handshakes of 1970 that were begun and refused meanwhile. */
  readonly refusedHandshakes: number
  /**
   * From power to packets both ways in both families, the wait for refusals among it; undefined: it never came back.
   */
  readonly backMs: number | undefined
  /** From the cores' first look for silent peers on. */
  readonly backAfterLookMs: number | undefined
  readonly forgetsAfterSeconds: number
  /** The longest that silence and the cores' next look take with what the inventory decides. */
  readonly productionSeconds: number
  readonly agrees: boolean
}

/** A living session would be forgotten this soon too: the unit only runs after the cut. */
const silentSeconds = 5
const since1970 = -Math.floor(Date.now() / 1000)
const initiationBytes = 148

/** Undefined: no site here stands behind such circuits alone, or there is no WireGuard whose clock can be set. */
export async function verifyPowerCut(lab: Running, hosts: Hosts): Promise<PowerCutReport | undefined> {
  const found = victimOf(lab)
  if (found === undefined || !hasShiftedWireguard()) return undefined
  const ends: WireguardEnd[] = []
  try {
    await layLastMile(lab, found.site, found.tunnels)
    return await cutAt({ lab, hosts, ...found, ends })
  } finally {
    for (const end of ends) await end.kill()
    await takeUpLastMile(lab)
  }
}

interface Victim {
  readonly site: LabRouter
  readonly tunnels: readonly CutTunnel[]
}

/** The first site whose every way is a tunnel from an address that its cores cannot know beforehand. */
function victimOf({ blueprint: { routers, wires } }: Running): Victim | undefined {
  const byId = new Map(routers.map(router => [router.id, router]))
  return routers
    .filter(({ intent }) => intent.role === 'site' && intent.fibre.length === 0 && intent.uplinks.length === 0)
    .map(site => ({
      site,
      tunnels: site.intent.tunnels.flatMap((own): CutTunnel[] => {
        const core = byId.get(own.peer)
        const far = core?.intent.tunnels.find(({ id }) => id === own.id)
        const wire = wires.find(({ kind, id }) => kind === 'tunnel' && id === own.id)
        const forgets = far?.forgetsAfterSeconds !== undefined && far.outerRemote.value === undefined
        return core === undefined || wire === undefined || !forgets ? [] : [{ wire, core, own, far }]
      }),
    }))
    .find(({ site, tunnels }) => tunnels.length > 0 && tunnels.length === site.intent.tunnels.length)
}

interface Cutting extends Victim {
  readonly lab: Running
  readonly hosts: Hosts
  readonly ends: WireguardEnd[]
}

async function cutAt(cutting: Cutting): Promise<PowerCutReport> {
  const { lab, site, tunnels, ends } = cutting
  const keys = { site: throwAwayKeys(), core: throwAwayKeys() }
  const cores: WireguardEnd[] = []
  for (const tunnel of tunnels) cores.push(await startCore(lab, tunnel, keys.core, keys.site))
  ends.push(...cores)
  const powered = async (shiftSeconds: number): Promise<WireguardEnd[]> => {
    const own: WireguardEnd[] = []
    for (const tunnel of tunnels)
      own.push(await startSite(lab, tunnel, { own: keys.site, core: keys.core, shiftSeconds }))
    ends.push(...own)
    return own
  }

  await giveAddress(lab, site, tunnels, 'before')
  const before = await powered(0)
  const whole = serviceWithout(lab, [], site)
  if ((await untilState(cutting, whole, 60_000)) === undefined) throw new Error(`${site.id} is not in over WireGuard`)

  for (const end of before) await end.kill()
  await giveAddress(lab, site, tunnels, 'after')
  const began = performance.now()
  const after = await powered(since1970)
  const refusedHandshakes = await untilRefused(after, tunnels)
  const predicted = serviceWithout(lab, [...new Set(tunnels.map(({ own }) => `circuit:${own.circuit}`))], site)
  const observed = await seenAt(cutting)

  const looked = performance.now()
  const scripts = tunnels.map(({ core }) => forgettingOf(core, silentSeconds))
  const look = (): void => {
    for (const [i, end] of cores.entries()) end.sh(scripts[i] ?? '')
  }
  const back = await untilState(cutting, whole, 60_000, look)
  const patience = tunnels[0]?.far.forgetsAfterSeconds ?? 0
  return {
    site: site.id,
    tunnels: tunnels.length,
    predicted: predicted.state,
    observed: observed.state,
    refusedHandshakes,
    backMs: back === undefined ? undefined : Math.round(back - began),
    backAfterLookMs: back === undefined ? undefined : Math.round(back - looked),
    forgetsAfterSeconds: silentSeconds,
    productionSeconds: patience + silentPeersEverySeconds,
    agrees: back !== undefined && predicted.state === observed.state && refusedHandshakes >= 2 * tunnels.length,
  }
}

function serviceWithout({ blueprint }: Running, failed: readonly string[], site: LabRouter): Service {
  const { sites } = simulate(blueprint.plan, new Set(failed))
  const own = sites.find(({ element }) => element.site.id === site.intent.router.siteId)
  if (own === undefined) throw new Error(`${site.id} is no active site`)
  return own.after
}

/** Until each end has asked twice and has no answer: gives how often they asked. */
async function untilRefused(after: readonly WireguardEnd[], tunnels: readonly CutTunnel[]): Promise<number> {
  const asked = (): number[] =>
    after.map((end, i) => {
      const name = tunnels[i]?.own.interface.value ?? ''
      const [, received = '0', sent = '0'] = end.sh(`wg show ${name} transfer`).trim().split(/\s+/)
      return Number(received) > 0 ? 0 : Math.floor(Number(sent) / initiationBytes)
    })
  const began = performance.now()
  while (asked().some(times => times < 2) && performance.now() - began < 30_000) await sleep(250)
  return asked().reduce((sum, times) => sum + times, 0)
}

async function seenAt({ lab, hosts, site }: Cutting): Promise<Observed> {
  const probes = siteProbes(lab.blueprint).filter(probe => probe.site === site.intent.router.siteId)
  const [seen] = (await observeServices(lab, hosts, probes)).values()
  if (seen === undefined) throw new Error(`nothing is asked of ${site.id}`)
  return seen
}

/** When the site's packets say what is foretold; undefined where they never did. */
async function untilState(
  cutting: Cutting,
  wanted: Service,
  limitMs: number,
  meanwhile: () => void = () => undefined,
): Promise<number | undefined> {
  const began = performance.now()
  const id = cutting.site.intent.router.siteId
  while (performance.now() - began < limitMs) {
    meanwhile()
    const observed = await seenAt(cutting)
    if (agree(new Map([[id, wanted]]), new Map([[id, observed]]))) return performance.now()
    await sleep(100)
  }
  return undefined
}
