import { isOut, outageOf, serviceOf, silent, siteStates, type SiteState } from '../../analysis/graph/state.ts'
import { arrives } from '../../analysis/service/walk.ts'
import { prefixText } from '../../model/ip.ts'
import type { SegmentPlan } from '../../plan/plan.ts'
import type { Sides } from '../parts.ts'
import { sides, type Either, type Mixed } from './mixed.ts'
import { stageOf, type Done, type Stage } from './stage.ts'

/** What a site has before and after a rollout, and not after one of its steps. */
export type Loss =
  | { readonly site: string; readonly state: 'isolated' | 'without-internet' }
  /** Only these segments, whose prefix one end of the site's tunnel does not know: `site/segment`. */
  | { readonly site: string; readonly segments: readonly string[] }

/** Answers about one network on its way; each is kept, since a search asks the same again. */
export interface Prediction {
  readonly mixed: Mixed
  /** Number of routers that change. */
  readonly turns: number
  readonly outlook: (done: Done) => Outlook
}

export interface Outlook {
  readonly losses: readonly Loss[]
  /** By turn: whether packets pass both ways between the NOC's router and that one. */
  readonly isReached: readonly boolean[]
}

export function predictionOf(mixed: Mixed): Prediction {
  const routerOfTurn = [...mixed.turnOf.keys()]
    .filter(router => (mixed.turnOf[router] ?? -1) >= 0)
    .sort((a, b) => (mixed.turnOf[a] ?? 0) - (mixed.turnOf[b] ?? 0))
  const turns = routerOfTurn.length
  const [before, after] = [0, 1].map(bit => statesAt(stageOf(mixed, new Uint8Array(turns).fill(bit))))
  /** What nobody misses: the worse of what a site has before and after. */
  const floor = mixed.sites.map((_, i) => Math.max(rank(before?.[i]), rank(after?.[i])))
  const moved = mixed.sites.map(({ router }) => movedSegments(mixed, router))
  const known = new Map<string, Outlook>()
  return {
    mixed,
    turns,
    outlook(done) {
      const key = done.join('')
      const found = known.get(key)
      if (found !== undefined) return found
      const stage = stageOf(mixed, done)
      const made = {
        losses: lossesAt(mixed, stage, floor, moved),
        isReached: routerOfTurn.map(router => isReached(stage, router)),
      }
      known.set(key, made)
      return made
    },
  }
}

function isReached({ routing }: Stage, router: number): boolean {
  const { hub } = routing.elements
  return arrives(routing, hub, router, silent) && arrives(routing, router, hub, silent)
}

function statesAt({ routing }: Stage): SiteState[] {
  return routing.elements.sites.map(site => outageOf(routing, site))
}

/** Being on backup is no loss: 0, without internet 1, isolated 2. */
function rank(state: SiteState | undefined): number {
  return state === undefined || !isOut(state) ? 0 : siteStates.indexOf(state) - 1
}

function lossesAt(
  { sites }: Mixed,
  stage: Stage,
  floor: readonly number[],
  moved: readonly (readonly string[])[],
): Loss[] {
  const { routing } = stage
  return sites.flatMap(({ id }, i): Loss[] => {
    const element = routing.elements.sites[i]
    if (element === undefined) return []
    const state = outageOf(routing, element)
    if (isOut(state) && rank(state) > (floor[i] ?? 0)) return [{ site: id, state }]
    const segments = moved[i] ?? []
    return segments.length > 0 && !isOut(state) && refusesPrefixes(stage, element.router)
      ? [{ site: id, segments }]
      : []
  })
}

/**
 * Segments that both states have, with another prefix: a core takes from a tunnel only what it expects from its site.
 */
function movedSegments({ routers, tunnels }: Mixed, router: number): string[] {
  const plan = routers[router]
  if (plan === undefined || !tunnels.some(({ ends }) => ends[1] === router)) return []
  const [before, after] = sides.map(side => segmentsOf(plan, side))
  return [...(before ?? [])].flatMap(([use, prefixes]) => {
    const now = after?.get(use)
    return now === undefined || now.text === prefixes.text ? [] : [now.id]
  })
}

function segmentsOf(
  router: Either<{ readonly segments: readonly SegmentPlan[] }>,
  side: keyof Sides<unknown>,
): ReadonlyMap<string, { readonly id: string; readonly text: string }> {
  const active = router[side]?.segments.filter(segment => segment.active) ?? []
  return new Map(
    active.map(({ id, v4, v6 }) => [
      id.slice(id.indexOf('/') + 1),
      { id, text: `${prefixText(v4)} ${prefixText(v6)}` },
    ]),
  )
}

/** Whether packets to the site come over a tunnel whose core runs the other state's configuration. */
function refusesPrefixes({ routing, sideOf }: Stage, router: number): boolean {
  const { hub, tunnelCore } = routing.elements
  let refuses = false
  arrives(routing, hub, router, {
    ...silent,
    tunnel(tunnel, direction) {
      const core = tunnelCore[tunnel] ?? -1
      if (direction === 'down' && sideOf[core] !== undefined && sideOf[core] !== sideOf[router]) refuses = true
    },
  })
  return refuses
}

/** Sites that a stage leaves on their backup, though they are in service on both sides of the rollout. */
export function onBackup({ mixed }: Prediction, done: Done): string[] {
  const now = stageOf(mixed, done)
  const ends = [0, 1].map(bit => stageOf(mixed, new Uint8Array(done.length).fill(bit)))
  const stateOf = ({ routing }: Stage, i: number): SiteState | undefined => {
    const element = routing.elements.sites[i]
    return element === undefined ? undefined : serviceOf(routing, element).state
  }
  return mixed.sites.flatMap(({ id }, i) =>
    stateOf(now, i) === 'on-backup' && ends.every(end => stateOf(end, i) === 'in-service') ? [id] : [],
  )
}

/** Links and tunnels of both states that do not work at a stage, since their ends disagree; by name. */
export function downAt({ mixed }: Prediction, done: Done): string[] {
  const { routing } = stageOf(mixed, done)
  const { alive, elements } = routing
  const list = [...mixed.links, ...mixed.tunnels]
  const [up, both] = [new Set<string>(), { before: new Set<string>(), after: new Set<string>() }]
  for (const [i, each] of list.entries()) {
    if (alive[elements.firstLink + i] === 1) up.add(each.name)
    for (const side of sides) if (each[side] !== undefined) both[side].add(each.name)
  }
  return [...both.before].filter(name => both.after.has(name) && !up.has(name)).sort()
}
