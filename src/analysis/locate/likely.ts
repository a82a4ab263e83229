import { remembered } from '../../source/remembered.ts'
import { groupedByEach } from '../../text/groups.ts'
import { compareText } from '../../text/order.ts'
import type { Analysis } from '../analysis.ts'
import type { ComponentClass } from '../graph/classes.ts'
import { priorOf } from '../graph/component.ts'
import { falseAlarmCost, faultCosts, lateCost, margin } from './chances.ts'
import { factored, type Explanation } from './explanation.ts'
import { mostFaults } from './locate.ts'
import { mismatchOf, type Mismatch } from './mismatch.ts'
import type { Observation } from './observation.ts'

/** An explanation that need not be right in everything, and what stands against it. */
export interface Likely extends Omit<Mismatch, 'suspects'> {
  readonly explanation: Explanation
  /** Minus the logarithm of how likely all of it together is: only differences mean anything, less is likelier. */
  readonly cost: number
}

interface Weighed {
  /** The likeliest first; what foretells the same of all that is known stands together. */
  readonly likely: readonly Likely[]
  /** Whether everything that could be among them was looked at. */
  readonly complete: boolean
}

const mostSteps = 3000

/**
 * The likeliest sets of up to three faults where states may be wrong. Best first (A*): a step either names a fault that
 * something seen down would hang on, or takes that for a false alarm, and pays for all that is seen up against it. The
 * same classes and predictions as `locate`, which stays exact: what nothing contradicts costs its faults alone.
 */
export function likely(analysis: Analysis, observation: Observation): Weighed {
  const open = [stepOf(analysis, observation, [], new Set())]
  const known = new Set<string>()
  const done: Step[] = []
  let steps = 0
  for (let step = takeCheapest(open); step !== undefined && steps < mostSteps; step = takeCheapest(open), steps++) {
    if (done[0] !== undefined && step.cost > done[0].cost + margin) break
    if (step.isDone) done.push(...(isNeeded(analysis, observation, step) ? [step] : []))
    else open.push(...nextOf(analysis, observation, step).filter(({ key }) => !known.has(key) && known.add(key)))
  }
  return { likely: grouped(done.filter(({ chosen }) => chosen.length > 0)), complete: steps < mostSteps }
}

function takeCheapest(open: Step[]): Step | undefined {
  const cheapest = open.reduce((best, step, i) => (step.cost < (open[best]?.cost ?? Infinity) ? i : best), 0)
  return open.splice(cheapest, 1)[0]
}

interface Step {
  readonly key: string
  readonly chosen: readonly ComponentClass[]
  /** Names of what is taken for a false alarm. */
  readonly doubted: ReadonlySet<string>
  readonly mismatch: Mismatch
  /** Of what is decided, and the least that what is not can cost. */
  readonly cost: number
  readonly isDone: boolean
}

function stepOf(
  analysis: Analysis,
  observation: Observation,
  chosen: readonly ComponentClass[],
  doubted: ReadonlySet<string>,
): Step {
  const mismatch = mismatchOf(analysis, observation, chosen, doubted)
  const open = mismatch.seenDown.filter(name => !doubted.has(name)).length
  const stillFalse = mismatch.seenDown.length - open
  return {
    key: [...chosen.map(nameOf), ...[...doubted].map(name => `not ${name}`)].sort(compareText).join('|'),
    chosen,
    doubted,
    mismatch,
    cost:
      chosen.reduce((sum, one) => sum + faultCost(one), 0) +
      mismatch.seenUp.length * lateCost +
      stillFalse * falseAlarmCost +
      Math.min(open * falseAlarmCost, faultCosts[0]),
    isDone: open === 0,
  }
}

function nextOf(analysis: Analysis, observation: Observation, { chosen, doubted, mismatch }: Step): Step[] {
  const suspect = mismatch.seenDown.find(name => !doubted.has(name))
  const covering = coveringOf(analysis)
  const named =
    chosen.length === mostFaults ? [] : new Set(mismatch.suspects.flatMap(element => covering.get(element) ?? []))
  return [
    ...[...named]
      .filter(one => !chosen.includes(one))
      .map(one => stepOf(analysis, observation, [...chosen, one], doubted)),
    ...(suspect === undefined ? [] : [stepOf(analysis, observation, chosen, new Set([...doubted, suspect]))]),
  ]
}

/** Whether each fault of a set explains something that the others do not. */
function isNeeded(analysis: Analysis, observation: Observation, { chosen, mismatch }: Step): boolean {
  return chosen.every(
    one =>
      mismatchOf(
        analysis,
        observation,
        chosen.filter(other => other !== one),
        new Set(),
      ).seenDown.length > mismatch.seenDown.length,
  )
}

/** Classes by each element that they take down. */
const coveringOf = remembered((analysis: Analysis) =>
  groupedByEach(analysis.classes, ({ elements }: ComponentClass) => elements),
)

/** What foretells the same of all that is known is one answer, as cheap as the cheapest of its sets. */
function grouped(steps: readonly Step[]): Likely[] {
  const alike = Map.groupBy(steps, ({ mismatch: { seenUp, seenDown }, chosen }) =>
    [chosen.length, ...seenUp, '/', ...seenDown].join('|'),
  )
  return [...alike.values()].flatMap(same => {
    const [{ mismatch, cost }] = same as [Step]
    return factored(same.map(({ chosen }) => chosen)).map(explanation => ({
      explanation,
      seenUp: mismatch.seenUp,
      seenDown: mismatch.seenDown,
      cost,
    }))
  })
}

function faultCost(one: ComponentClass): number {
  return Math.min(...one.components.map(({ kind }) => faultCosts[priorOf[kind]]))
}

function nameOf({ components }: ComponentClass): string {
  return components[0]?.name ?? ''
}
