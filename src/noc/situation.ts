import type { Alarm } from '../analysis/alarms/alarms.ts'
import { analysisOf, type Analysis } from '../analysis/analysis.ts'
import { elementName, endsOf } from '../analysis/graph/elements.ts'
import { answerTo, type Answer } from '../analysis/locate/answer.ts'
import type { LinkState, Observation } from '../analysis/locate/observation.ts'
import type { Bought, Network, Site, Tenant, Work } from '../model/network.ts'
import { secondsAt } from '../money/downtime.ts'
import type { Plan } from '../plan/plan.ts'
import { byText, compareText } from '../text/order.ts'
import { callOf, type Call } from './call.ts'
import { tenantsFirst } from './citizens-first.ts'
import { lostAmong, type Lost } from './lost.ts'
import { mutedBy } from './notice.ts'
import { alertWaits } from './waits.ts'
import { blindnessOf, type Known, type Ongoing, type Watch } from './watch.ts'

/**
 * What can be heard of: every fault that the monitoring can see, every router, route, tunnel and uplink, and the light
 * at each end of a route.
 */
export function knownOf(plan: Plan, alarms: readonly Alarm[]): Known {
  const { elements } = analysisOf(plan)
  return {
    alarms: new Map(alarms.map(alarm => [alarm.id, alarm])),
    signs: new Set([
      ...Array.from({ length: elements.count }, (_, element) => elementName(elements, element)),
      ...[...plan.network.circuits.keys(), ...plan.network.uplinks.keys()].map(id => `allowance:${id}`),
      ...elements.links.flatMap(({ route, a, b }) => [a, b].map(({ router }) => `light:${route.id}:${router.id}`)),
    ]),
  }
}

/**
 * Where nothing fell for so long, a route or tunnel that nobody calls down is up: until then its alert may be on its
 * way.
 */
const settledMs = 1000 * (alertWaits.sign + 60)

/**
 * What an answer can be sought for. A router that no alert names is up, unless the shift is blind; a route, tunnel or
 * uplink too, once things have settled and one of its routers answers. What was down and is not named any more is not
 * known.
 */
function observationOf({ elements }: Analysis, watch: Watch, nowMs: number): Observation {
  const isBlind = blindnessOf(watch, nowMs) !== undefined
  const isSettled = !isBlind && nowMs - watch.changedMs >= settledMs
  const stateOf = (sign: string, rest: boolean): boolean | undefined => {
    const one = watch.open.get(sign)
    if (one === undefined) return rest || undefined
    return one.missingMs === undefined ? false : undefined
  }
  const nodes = new Map(
    elements.routers.flatMap(({ router: { id } }, i): [number, boolean][] => {
      const state = stateOf(`router:${id}`, !isBlind)
      return state === undefined ? [] : [[i, state]]
    }),
  )
  const carriers = Array.from({ length: elements.count - elements.firstLink }, (_, i) => elements.firstLink + i)
  const links = carriers.flatMap((element): LinkState[] => {
    const name = elementName(elements, element)
    const state = stateOf(name, isSettled && endsOf(elements, element).some(end => nodes.get(end) === true))
    return state === undefined ? [] : [{ name, elements: [element], up: state }]
  })
  return { nodes, links }
}

/** A site that does not answer, and who sits there: agencies that serve citizens first. */
interface Affected {
  readonly site: Site
  readonly tenants: readonly Tenant[]
  readonly fromMs: number
}

/** A provider to be called once, about all of its circuits and uplinks that are lost. */
interface Calling {
  readonly calls: readonly Call[]
  readonly fromMs: number
}

/** A planned work in whose window it is now. */
interface UnderWay {
  readonly work: Work
  /** Signs that are down, and that it explains. */
  readonly signs: readonly string[]
}

/** All that somebody in the first minute needs to be told. */
export interface Situation {
  readonly observation: Observation
  readonly answer: Answer
  readonly down: readonly Ongoing[]
  readonly light: readonly Ongoing[]
  /** `allowance:…` of circuits and uplinks whose contract's minutes are used, or nearly. */
  readonly tight: readonly Ongoing[]
  readonly affected: readonly Affected[]
  /** Sites in service that stand on one way, by the alarms that fire. */
  readonly exposed: readonly string[]
  readonly callings: readonly Calling[]
  /** Circuits and uplinks that are lost although their sites answer. */
  readonly lost: readonly Lost[]
  /** Planned works in whose window it is, with what is down that they explain. */
  readonly works: readonly UnderWay[]
  /** Sites among the affected that no provider serves. */
  readonly own: readonly string[]
}

interface Now {
  readonly nowMs: number
  readonly moment: string
}

/** `moment`: the network's own, `2026-11-14 22:05:00`; its day decides which contract pays. */
export function situationOf(plan: Plan, known: Known, watch: Watch, { nowMs, moment }: Now): Situation {
  const analysis = analysisOf(plan)
  const observation = observationOf(analysis, watch, nowMs)
  const open = [...watch.open.values()].sort((a, b) => a.fromMs - b.fromMs || compareText(a.sign, b.sign))
  const down = open.filter(({ sign }) => !/^(light|allowance):/.test(sign))
  const affected = affectedBy(analysis, down)
  const silent = new Set(affected.map(({ site }) => site.id))
  const lost = lostAmong(plan, down).filter(({ bought }) => bought.kind !== 'circuit' || !silent.has(bought.site.id))
  return {
    observation,
    answer: answerTo(analysis, observation),
    down,
    light: open.filter(({ sign }) => sign.startsWith('light:')),
    tight: open.filter(({ sign }) => sign.startsWith('allowance:')),
    affected,
    exposed: exposedBy(known, watch, affected),
    callings: callingsFor(plan, [...silentCircuits(plan, affected), ...lost], { nowMs, moment }),
    lost,
    works: underWay(plan, down, moment),
    own: affected.filter(({ site }) => circuitsOf(plan.network, site).length === 0).map(({ site }) => site.id),
  }
}

function underWay(plan: Plan, down: readonly Ongoing[], moment: string): UnderWay[] {
  const now = secondsAt(moment)
  return [...plan.network.works.values()]
    .filter(({ declared: { from, until } }) => secondsAt(from) <= now && now < secondsAt(until))
    .map(work => {
      const { signs } = mutedBy(plan, work, [])
      return { work, signs: down.map(({ sign }) => sign).filter(sign => signs.includes(sign)) }
    })
}

function affectedBy({ elements }: Analysis, down: readonly Ongoing[]): Affected[] {
  return down
    .flatMap(({ sign, fromMs }): Affected[] => {
      const router = sign.startsWith('router:') ? elements.routerOf.get(sign.slice('router:'.length)) : undefined
      const site = router === undefined ? undefined : elements.routers[router]?.site
      return site === undefined ? [] : [{ site, tenants: tenantsFirst(site), fromMs }]
    })
    .sort(byText(({ site, tenants }) => `${tenants.some(({ declared }) => declared.publicService) ? 0 : 1} ${site.id}`))
}

function exposedBy({ alarms }: Known, { causes }: Watch, affected: readonly Affected[]): string[] {
  const out = new Set(affected.map(({ site }) => site.id))
  const exposed = new Set(causes.flatMap(id => alarms.get(id)?.exposed ?? []))
  return [...exposed].filter(site => !out.has(site)).sort(compareText)
}

/** Circuits of sites that do not answer: whatever their tunnels say, their providers are asked. */
function silentCircuits({ network }: Plan, affected: readonly Affected[]): Lost[] {
  return affected.flatMap(({ site, fromMs }) => circuitsOf(network, site).map(bought => ({ bought, fromMs })))
}

function callingsFor(plan: Plan, lost: readonly Lost[], { nowMs, moment }: Now): Calling[] {
  const asked = lost.map(({ bought, fromMs }) => {
    const call = callOf(plan, bought, moment.slice(0, 10))
    return { call: { ...call, allowance: runningOf(call, (nowMs - fromMs) / 60_000, moment) }, fromMs }
  })
  return [...Map.groupBy(asked, ({ call }) => call.bought.provider.id).values()].map(same => ({
    calls: same.map(({ call }) => call),
    fromMs: Math.min(...same.map(({ fromMs }) => fromMs)),
  }))
}

/** The clock of a contract runs while something is down, in its window. */
function runningOf({ allowance }: Call, minutes: number, moment: string): Call['allowance'] {
  if (allowance === undefined) return undefined
  const inWindow = (secondsAt(moment) - secondsAt(`${allowance.from} 00:00`)) / 60
  const elapsed = Math.max(0, Math.floor(Math.min(minutes, inWindow)))
  return {
    ...allowance,
    usedMinutes: allowance.usedMinutes + elapsed,
    leftMinutes: allowance.leftMinutes - elapsed,
  }
}

function circuitsOf({ index }: Network, { id }: Site): readonly Bought[] {
  return (index.circuitsOfSite.get(id) ?? []).filter(({ active }) => active)
}
