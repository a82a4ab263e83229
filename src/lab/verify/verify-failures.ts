import { itemAt, entryOf } from '../../text/item-at.ts'
import { analysisOf } from '../../analysis/analysis.ts'
import { simulate } from '../../analysis/service/simulate.ts'
import type { Service } from '../../analysis/graph/state.ts'
import type { Hosts } from '../agent/agent-client.ts'
import type { Failure } from './choose-failures.ts'
import { apply, cutsOf, type Cut } from './cuts.ts'
import { leftoversOf, wholeDifferences, withoutTransfers } from '../boot/leftovers.ts'
import { sessionFaults, sleep } from '../boot/ready.ts'
import { stillnessOf } from '../boot/stillness.ts'
import type { Running } from '../boot/running.ts'
import { observeServices, serviceFlows, siteProbes, type Observed, type SiteProbe } from '../boot/services.ts'
import type { Tell } from '../boot/up.ts'

/** What is foretold of one site, and what its packets said. */
export interface SiteVerdict {
  readonly site: string
  readonly predicted: Service
  readonly observed: Observed
}

export interface FailureReport {
  readonly component: string
  /** Others that take down the same. */
  readonly alike: readonly string[]
  readonly kinds: readonly string[]
  readonly agrees: boolean
  /** Sites that are otherwise than with everything up, by prediction or by observation. */
  readonly sites: readonly SiteVerdict[]
  /** Longest silence of a site that is not cut off, in milliseconds; 0 where none was noticed. */
  readonly recoveryMs: number
  readonly settledMs: number
  readonly healedMs: number
  readonly healed: boolean
  /** What was not as before when waiting for it ended. */
  readonly unhealed: readonly string[]
  /** Transfer prefixes of links, which carry no traffic of their own, that FRR's ospf6d had not put back by then. */
  readonly leftovers: readonly string[]
}

export type Predict = (component: string) => ReadonlyMap<string, Service>

export function predictionsOf({ blueprint }: Running): Predict {
  return component =>
    new Map(simulate(blueprint.plan, new Set([component])).sites.map(({ element, after }) => [element.site.id, after]))
}

const streamMs = 100
/** What one silence may be without a failure: a packet late on a busy machine. */
const noiseMs = 350
/** Time until a loss that no carrier tells is noticed: three BFD packets, or a hold time of BGP at an uplink. */
const noticed = { carrier: 1500, tunnel: 4500, uplink: 8000 } as const

/** Every failure in turn: applied to the running network, observed by packets, compared, healed. */
export async function verifyFailures(
  lab: Running,
  hosts: Hosts,
  failures: readonly Failure[],
  tell: Tell,
  predict: Predict = predictionsOf(lab),
  hopeMs = 30_000,
): Promise<FailureReport[]> {
  const probes = siteProbes(lab.blueprint)
  const { flows, siteOf } = serviceFlows(probes)
  await hosts.stream(flows, streamMs)
  const bench: Bench = { lab, hosts, probes, siteOf, whole: wholeServices(lab), hopeMs }
  const reports: FailureReport[] = []
  for (const [i, failure] of failures.entries()) {
    tell({
      id: `kegagalan ${i + 1} dari ${failures.length}: ${failure.named.name}`,
      en: `failure ${i + 1} of ${failures.length}: ${failure.named.name}`,
    })
    reports.push(await verifyFailure(bench, failure, predict(failure.named.name)))
  }
  await hosts.stream([], streamMs)
  return reports
}

interface Bench {
  readonly lab: Running
  readonly hosts: Hosts
  readonly probes: readonly SiteProbe[]
  readonly siteOf: ReadonlyMap<number, string>
  readonly whole: ReadonlyMap<string, Service>
  /** A disagreement is one once no table has changed for so long. */
  readonly hopeMs: number
}

function wholeServices({ blueprint }: Running): ReadonlyMap<string, Service> {
  const { elements, whole } = analysisOf(blueprint.plan)
  return new Map(elements.sites.map(({ site }, i) => [site.id, itemAt(whole.services, i)]))
}

async function verifyFailure(
  bench: Bench,
  { failed, named }: Failure,
  predicted: ReadonlyMap<string, Service>,
): Promise<FailureReport> {
  const { lab, hosts, whole } = bench
  const { elements } = analysisOf(lab.blueprint.plan)
  const cuts = cutsOf(lab, elements, failed.elements)
  await hosts.mark()
  const began = performance.now()
  await apply(lab, cuts, 'break')
  const observed = await untilAgreed(
    bench,
    predicted,
    waitOf(
      cuts,
      failed.elements.some(element => element >= elements.firstUplink),
    ),
  )
  const settledMs = Math.round(performance.now() - began)
  const recoveryMs = await recoveryOf(bench, observed)
  const healing = performance.now()
  await apply(lab, cuts, 'heal')
  const unhealed = await untilHealed(bench)
  const healedMs = Math.round(performance.now() - healing)
  const sites = [...observed].filter(
    ([site, after]) =>
      differs(predicted.get(site), after) ||
      differs(whole.get(site), after) ||
      differsFrom(whole.get(site), predicted.get(site)),
  )
  return {
    component: named.name,
    alike: failed.components.filter(each => each !== named).map(({ name }) => name),
    kinds: [...new Set(failed.components.map(({ kind }) => kind))],
    agrees: agree(predicted, observed),
    sites: sites.map(([site, seen]) => ({ site, predicted: entryOf(predicted, site), observed: seen })),
    recoveryMs,
    settledMs,
    healed: unhealed.length === 0,
    unhealed,
    leftovers: leftoversOf(lab),
    healedMs,
  }
}

function waitOf(cuts: readonly Cut[], uplink: boolean): number {
  if (!cuts.some(({ silent }) => silent)) return noticed.carrier
  return uplink ? noticed.uplink : noticed.tunnel
}

/**
 * Waits until tables have come to rest and asks; where the answer is not as predicted, again, until no table has
 * changed for as long as there is hope: a machine that is busy with something else comes to rest later, and no
 * otherwise.
 */
async function untilAgreed(
  { lab, hosts, probes, hopeMs }: Bench,
  predicted: ReadonlyMap<string, Service>,
  waitMs: number,
): Promise<ReadonlyMap<string, Observed>> {
  const began = performance.now()
  const stillFor = stillnessOf(lab)
  const spent = (): number => performance.now() - began
  while ((spent() < waitMs || stillFor() < restMs) && spent() < mostMs) await sleep(200)
  for (;;) {
    const observed = await observeServices(lab, hosts, probes)
    if (agree(predicted, observed) || stillFor() > hopeMs || spent() > mostMs) return observed
    await sleep(1000)
  }
}

/** Tables that have not changed for so long are at rest. */
const restMs = 1000
/** Tables that have changed for so long will go on. */
const mostMs = 180_000

async function recoveryOf({ hosts, siteOf }: Bench, observed: ReadonlyMap<string, Observed>): Promise<number> {
  const gaps = (await hosts.gaps()).filter(({ id }) => observed.get(siteOf.get(id) ?? '')?.state !== 'isolated')
  const longest = Math.max(0, ...gaps.map(({ longestMs }) => longestMs))
  return longest > noiseMs ? longest : 0
}

/** Until every table, service and session is as it was; gives what is not, when no table has changed for so long. */
async function untilHealed(bench: Bench, stillMs = 60_000): Promise<readonly string[]> {
  const began = performance.now()
  const stillFor = stillnessOf(bench.lab)
  for (;;) {
    const left = await stillBroken(bench)
    if (left.length === 0 || stillFor() > stillMs || performance.now() - began > mostMs) return left
    await sleep(250)
  }
}

/** The cheap questions first: what they find spares the others. */
async function stillBroken({ lab, hosts, probes, whole }: Bench): Promise<readonly string[]> {
  const differences = withoutTransfers(lab, wholeDifferences(lab))
  if (differences.length > 0)
    return differences.map(
      ({ router, family, missing, extra }) =>
        `${router} IPv${family}: -[${missing.slice(0, 5).join(' ')}] +[${extra.slice(0, 5).join(' ')}]`,
    )
  const { faults } = await sessionFaults(lab, coreIds(lab))
  if (faults.length > 0) return faults.map(({ en }) => en)
  const observed = await observeServices(lab, hosts, probes)
  return [...observed]
    .filter(([site, seen]) => differs(whole.get(site), seen))
    .map(([site, { state }]) => `${site}: ${state}`)
}

/** Every tunnel and uplink ends at a core, which sees whether both of its ends are up. */
function coreIds({ blueprint }: Running): ReadonlySet<string> {
  return new Set(blueprint.routers.filter(({ intent }) => intent.role === 'core').map(({ id }) => id))
}

/** Whether all sites are as predicted. */
export function agree(predicted: ReadonlyMap<string, Service>, observed: ReadonlyMap<string, Observed>): boolean {
  return [...observed].every(([site, seen]) => !differs(predicted.get(site), seen))
}

/** State and the internet in either family; and inside the network IPv6 goes where IPv4 goes. */
export function differs(predicted: Service | undefined, { state, internetV4, internetV6, hubV6 }: Observed): boolean {
  if (predicted === undefined) return true
  return differsFrom(predicted, { state, internetV4, internetV6 }) || hubV6 !== (predicted.state !== 'isolated')
}

function differsFrom(a: Service | undefined, b: Service | undefined): boolean {
  return a?.state !== b?.state || a?.internetV4 !== b?.internetV4 || a?.internetV6 !== b?.internetV6
}
