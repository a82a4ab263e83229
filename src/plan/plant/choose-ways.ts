import type { Splice } from '../../model/network.ts'
import { partsOfStep } from '../../model/strands.ts'
import { placeOf } from './place.ts'
import type { Stretch } from './steps.ts'
import { between, overlap, waysOf, type Way } from './ways.ts'

/** A stretch that a route lights, with the cores that its optics need. */
interface Claim {
  readonly stretch: Stretch
  readonly cores: readonly number[]
  /** What is retired neither cuts a core nor takes it. */
  readonly live: boolean
}

interface Choice {
  readonly claim: Claim
  readonly ways: readonly Way[]
}

/**
 * Which way each stretch runs; several where nothing decides. Of more than one: a core does not pass where it is itself
 * cut, nor where another route has it already; what is then still open goes the way on which its cable is not open
 * anywhere. What would leave no way at all is not heard: a clash is a finding of its own.
 */
export function chooseWays(claims: readonly Claim[], splices: readonly Splice[]): ReadonlyMap<Stretch, readonly Way[]> {
  const possible = claims.map((claim): Choice => ({ claim, ways: waysOf(claim.stretch) }))
  return new Map(decided(possible, splices).map(({ claim, ways }) => [claim.stretch, ways]))
}

function decided(possible: readonly Choice[], splices: readonly Splice[]): readonly Choice[] {
  if (possible.every(isDecided)) return possible
  const cuts = cutsOf(possible, splices)
  const uncut = narrowed(
    possible,
    ({ stretch, cores }, way) =>
      !passes(
        stretch,
        way,
        cores.map(core => cuts.get(strandOf(stretch, core))),
      ),
  )
  return untaken(
    narrowed(untaken(uncut), ({ stretch }, way) => !passes(stretch, way, [cuts.get(stretch.plan.cable.id)])),
  )
}

function isDecided({ ways }: Choice): boolean {
  return ways.length <= 1
}

/** The ways that stand a test, where any does. */
function narrowed(choices: readonly Choice[], test: (claim: Claim, way: Way) => boolean): readonly Choice[] {
  return choices.map(choice => {
    if (isDecided(choice)) return choice
    const ways = choice.ways.filter(way => test(choice.claim, way))
    return ways.length === 0 ? choice : { ...choice, ways }
  })
}

/** Without the sections of a core that others have, again and again: what is decided may decide the next. */
function untaken(choices: readonly Choice[]): readonly Choice[] {
  const taken = Map.groupBy(
    choices
      .filter(choice => isDecided(choice) && choice.claim.live)
      .flatMap(({ claim: { stretch, cores }, ways }) =>
        ways.flatMap(way => cores.map(core => ({ strand: strandOf(stretch, core), way }))),
      ),
    ({ strand }) => strand,
  )
  const isFree = ({ stretch, cores }: Claim, way: Way): boolean =>
    cores.every(core => !(taken.get(strandOf(stretch, core)) ?? []).some(other => overlap(other.way, way)))
  const next = narrowed(choices, isFree)
  return next.every((choice, i) => choice.ways.length === choices[i]?.ways.length) ? choices : untaken(next)
}

/** Places at which a core is cut, by `cable/core`; and those at which any core of a cable is, by `cable`. */
function cutsOf(choices: readonly Choice[], splices: readonly Splice[]): ReadonlyMap<string, ReadonlySet<string>> {
  const cuts = new Map<string, Set<string>>()
  const cut = (cable: string, core: number, place: string): void => {
    for (const key of [cable, `${cable}/${core}`]) {
      const places = cuts.get(key)
      if (places === undefined) cuts.set(key, new Set([place]))
      else places.add(place)
    }
  }
  for (const {
    claim: { stretch, cores, live },
  } of choices)
    for (const core of live ? cores : [])
      for (const { structure } of [stretch.from, stretch.to]) cut(stretch.plan.cable.id, core, placeOf(structure))
  for (const {
    closure,
    declared: { a, b },
  } of splices) {
    // A core that is spliced to itself was repaired: its light goes on.
    for (const { name, number } of a === b ? [] : [partsOfStep(a), partsOfStep(b)])
      if (number !== undefined) cut(name, number, placeOf(closure))
  }
  return cuts
}

function passes({ plan }: Stretch, way: Way, cuts: readonly (ReadonlySet<string> | undefined)[]): boolean {
  return between(plan, way).some(({ structure }) => cuts.some(places => places?.has(placeOf(structure))))
}

function strandOf({ plan }: Stretch, core: number): string {
  return `${plan.cable.id}/${core}`
}
