import { geodesicM } from '../../model/geodesy.ts'
import type { Point } from '../../model/scalars.ts'
import type { Site } from '../../model/network.ts'
import type { Analysis } from '../analysis.ts'
import type { ComponentClass } from '../graph/classes.ts'
import { falseAlarmCost, faultCosts } from './chances.ts'
import { memberOf, type Member } from './explanation.ts'
import { mismatchOf } from './mismatch.ts'
import type { Observation } from './observation.ts'

/** What a fault in one class by itself would do to what is observed. */
interface Effect {
  readonly one: ComponentClass
  /** Names of what is seen down and would be. */
  readonly explains: ReadonlySet<string>
  /** Names of what is seen up and would be down. */
  readonly against: readonly string[]
}

/**
 * Many things down at one time that no few faults explain: a cover of them, which is one way among others and not
 * exact.
 */
export interface Storm {
  /** One fault in each; what explains most comes first. */
  readonly members: readonly Member[]
  /** Names of what is down and no single fault of the network explains. */
  readonly unexplained: readonly string[]
  /** Components that several hang on, though something else that hangs on them answers: ask there first. */
  readonly shared: readonly Effect[]
  /** The sites that are down, and the longest distance between two of them. */
  readonly sites: readonly Site[]
  readonly withinKm: number
  /** As of `Likely`: each member taken for a fault of the commonest kind. */
  readonly cost: number
}

const mostShared = 3

/** Effects of every class that explains something, what explains most first. */
export function effectsOn(analysis: Analysis, observation: Observation): readonly Effect[] {
  const all = new Set(mismatchOf(analysis, observation, [], new Set()).seenDown)
  return analysis.classes
    .map((one): Effect => {
      const { seenUp, seenDown } = mismatchOf(analysis, observation, [one], new Set())
      return { one, explains: without(all, new Set(seenDown)), against: seenUp }
    })
    .filter(({ explains }) => explains.size > 0)
    .sort((a, b) => b.explains.size - a.explains.size || a.against.length - b.against.length)
}

/**
 * A cover of what is down: at each step the classes that explain most of what is left (greedy, as SCORE does over
 * shared risks: Kompella et al., NSDI 2005), those that contradict nothing before all others. Effects are taken one by
 * one, so that what only two faults together take down is left over.
 */
export function stormOf(analysis: Analysis, observation: Observation, effects: readonly Effect[]): Storm {
  const down = mismatchOf(analysis, observation, [], new Set()).seenDown
  const members: Member[] = []
  let left = new Set(down)
  for (let found = bestFor(left, effects); found.length > 0; found = bestFor(left, effects)) {
    members.push(memberOf(found.map(({ one }) => one)))
    left = without(left, found[0]?.explains ?? left)
  }
  const sites = sitesDown(analysis, observation)
  return {
    members,
    unexplained: [...left],
    shared: effects.filter(isShared).slice(0, mostShared),
    sites,
    withinKm: widestM(sites) / 1000,
    cost: members.length * faultCosts[0] + left.size * falseAlarmCost,
  }
}

/** Something that several hang on, and not so much besides that it says nothing: everything hangs on the hub. */
function isShared({ explains, against }: Effect): boolean {
  return explains.size > 1 && against.length > 0 && against.length <= 2 * explains.size
}

/**
 * The classes that explain most of what is left, and of it the same; none where nothing explains more than it
 * contradicts.
 */
function bestFor(left: ReadonlySet<string>, effects: readonly Effect[]): Effect[] {
  const told = effects.map(effect => ({ effect, part: [...effect.explains].filter(name => left.has(name)) }))
  const [first, ...others] = told
    .filter(({ effect, part }) => part.length > effect.against.length)
    .sort(
      (a, b) =>
        Math.min(a.effect.against.length, 1) - Math.min(b.effect.against.length, 1) || b.part.length - a.part.length,
    )
  if (first === undefined) return []
  const alike = others.filter(
    ({ effect, part }) => effect.against.length === first.effect.against.length && part.join() === first.part.join(),
  )
  return [first, ...alike].map(({ effect }) => effect)
}

function without(names: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> {
  return new Set([...names].filter(name => !others.has(name)))
}

function sitesDown({ elements }: Analysis, { nodes }: Observation): Site[] {
  return [...nodes].flatMap(([router, up]) => (up ? [] : (elements.routers[router]?.site ?? [])))
}

function widestM(sites: readonly Site[]): number {
  const points = sites.map(({ declared: { location } }): Point => [location.lon, location.lat])
  return Math.max(0, ...points.flatMap(a => points.map(b => geodesicM(a, b))))
}
