import type { Analysis } from '../../analysis/analysis.ts'
import { analysisOf } from '../../analysis/analysis.ts'
import type { Member } from '../../analysis/locate/explanation.ts'
import { likely } from '../../analysis/locate/likely.ts'
import { mismatchOf } from '../../analysis/locate/mismatch.ts'
import type { Observation } from '../../analysis/locate/observation.ts'
import { between, randomFrom, type Random } from '../generate/random.ts'
import { klaten } from './klaten.fixture.ts'
import { drawn, seenWithout } from './locate-cases.fixture.ts'
import { randomPlan } from './random-network.fixture.ts'

export interface Score {
  /** Faults of which something still showed. */
  readonly asked: number
  /** The truth, as its class of equal impact on what is known, in the first group; in the first three. */
  readonly first: number
  readonly firstThree: number
  /** Milliseconds of the answers. */
  readonly times: readonly number[]
  /**
   * Ways to choose one class of each member, in the groups that hold the truth, whose impact on what is known is
   * another than the group's.
   */
  readonly strangers: number
  /** Components in the group that holds the truth. */
  readonly sizes: readonly number[]
}

/** The reference network and some made by chance. */
export function noisyNetworks(random: number): Analysis[] {
  return [klaten(), ...Array.from({ length: random }, (_, seed) => randomPlan(seed + 1))].map(analysisOf)
}

/** Single and double faults by chance, of which a tenth of the states is late, a tenth unknown and one router flaps. */
export function noisyScore(analysis: Analysis, count: number, seed: number): Readonly<Record<1 | 2, Score>> {
  const random = randomFrom(seed)
  return { 1: scoreOf(analysis, random, count, 1), 2: scoreOf(analysis, random, count, 2) }
}

function scoreOf(analysis: Analysis, random: Random, count: number, size: 1 | 2): Score {
  let [asked, first, firstThree, strangers] = [0, 0, 0, 0]
  const times: number[] = []
  const sizes: number[] = []
  for (let i = 0; i < count; i++) {
    const set = drawn(analysis, random, size)
    const seen = noisy(seenWithout(analysis, ...set), random, analysis)
    if (mismatchOf(analysis, seen, [], new Set()).seenDown.length === 0) continue
    asked++
    const start = performance.now()
    const { likely: found } = likely(analysis, seen)
    times.push(performance.now() - start)
    const truth = mismatchOf(analysis, seen, set, new Set())
    const rank = found.findIndex(one => same(one, truth))
    if (rank === 0) first++
    if (rank < 0 || rank > 2) continue
    firstThree++
    strangers += strangersIn(analysis, seen, found[rank]?.explanation.members ?? [], truth)
    sizes.push(found[rank]?.explanation.members.reduce((sum, { components }) => sum + components.length, 0) ?? 0)
  }
  return { asked, first, firstThree, strangers, times, sizes }
}

/** A group may hold thousands of choices: each class of each member is tried once, beside the first of the others. */
function strangersIn(analysis: Analysis, seen: Observation, members: readonly Member[], truth: Foretold): number {
  const firsts = members.flatMap(({ classes: [first] }) => first ?? [])
  return members
    .flatMap(({ classes }, i) => classes.map(one => firsts.with(i, one)))
    .filter(set => !same(mismatchOf(analysis, seen, set, new Set()), truth)).length
}

interface Foretold {
  readonly seenUp: readonly string[]
  readonly seenDown: readonly string[]
}

function same(a: Foretold, b: Foretold): boolean {
  return a.seenUp.join() === b.seenUp.join() && a.seenDown.join() === b.seenDown.join()
}

/**
 * A state that is late says "up" of what is down, and is known to be old: it says nothing, as one that is unknown or
 * flaps.
 */
function noisy({ nodes, links }: Observation, random: Random, { elements }: Analysis): Observation {
  const flapping = between(random, 0, elements.routers.length - 1)
  const isSilent = (up: boolean): boolean => random() < 0.1 || (!up && random() < 0.1)
  return {
    nodes: new Map([...nodes].filter(([router, up]) => router !== flapping && !isSilent(up))),
    links: links.filter(({ up }) => !isSilent(up)),
  }
}
