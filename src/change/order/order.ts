import type { Plan } from '../../plan/plan.ts'
import { compareText } from '../../text/order.ts'
import type { RouterChange, Sides, ThingChange } from '../parts.ts'
import { renamesOf } from '../renames.ts'
import { mixedOf } from './mixed.ts'
import { downAt, onBackup, predictionOf, type Loss, type Prediction } from './predict.ts'
import { leastOrder, type Cost } from './search.ts'
import type { Done } from './stage.ts'

/**
 * Routers of a change in the order in which they are best loaded, and what each step does to service once routing has
 * come to rest.
 */
export interface RolloutOrder {
  readonly steps: readonly Step[]
  /** Nothing at all where no site that has service before and after loses it in between. */
  readonly cost: Cost
  /** Whether no order costs less; false where there are too many to know. */
  readonly isLeast: boolean
}

export interface Step {
  /** Its name in the new state; of a removed one in the old one. */
  readonly router: string
  readonly what: RouterChange['what']
  /** Sites that have service before and after the rollout, and not when this step is done; by id. */
  readonly losses: readonly Loss[]
  /** Sites on their backup when this step is done, though not before or after the rollout. */
  readonly onBackup: readonly string[]
  /** Links and tunnels that are down when this step is done, since their ends disagree: `route:ID`, `tunnel:ID`. */
  readonly down: readonly string[]
  /** Whether the NOC reaches the router before this step, and when it is done. */
  readonly isReached: Sides<boolean>
  /** Where it is not reached when this step is done: the first later step, counted from 1, behind which it is. */
  readonly reachedFromStep?: number
}

/** What is put in order, and what else has changed with it. */
interface Rolled {
  readonly routers: readonly RouterChange[]
  readonly things: readonly ThingChange[]
}

/**
 * The order of a rollout. If one exists in which no site that has service before and after loses it in between, it is
 * found; else the one of least loss. Plans must be whole.
 */
export function orderOf(plans: Sides<Plan>, { routers, things }: Rolled): RolloutOrder {
  const mixed = mixedOf(
    plans,
    routers.map(({ router }) => router),
    renamesOf(things),
  )
  const prediction = predictionOf(mixed)
  const { order, cost, isLeast } = leastOrder({
    preferred: preferredOrder(plans, routers),
    outlook: prediction.outlook,
    mostStages: Math.ceil(mostSiteStages / (mixed.sites.length + routers.length + 1)),
  })
  return { steps: stepsOf(prediction, routers, order), cost, isLeast }
}

/** Stages times sites that a search may ask for: seconds. */
const mostSiteStages = 1_000_000

/**
 * Sites before the hub and the cores: what goes wrong goes wrong at one site first. What is new comes last, when others
 * know it already.
 */
function preferredOrder({ before, after }: Sides<Plan>, routers: readonly RouterChange[]): number[] {
  const rank = ({ router, what }: RouterChange): number => {
    if (what === 'added') return 3
    const plan = after.routers.get(router) ?? before.routers.get(router)
    return plan?.router.role === 'core' ? 2 : plan?.site === after.network.hub ? 1 : 0
  }
  return routers
    .map((router, turn) => ({ turn, rank: rank(router), router: router.router }))
    .sort((a, b) => a.rank - b.rank || compareText(a.router, b.router))
    .map(({ turn }) => turn)
}

function stepsOf(prediction: Prediction, routers: readonly RouterChange[], order: readonly number[]): Step[] {
  const stages = stagesOf(order)
  const reaches = (stage: Done | undefined, turn: number): boolean =>
    stage !== undefined && prediction.outlook(stage).isReached[turn] === true
  return order.flatMap((turn, i): Step[] => {
    const [before, done] = [stages[i], stages[i + 1]]
    const change = routers[turn]
    if (change === undefined || done === undefined) return []
    const again = stages.findIndex((stage, at) => at > i && reaches(stage, turn))
    return [
      {
        router: change.router,
        what: change.what,
        losses: prediction.outlook(done).losses,
        onBackup: onBackup(prediction, done),
        down: downAt(prediction, done),
        isReached: { before: reaches(before, turn), after: again === i + 1 },
        ...(again > i + 1 ? { reachedFromStep: again } : {}),
      },
    ]
  })
}

/** Who is done before the first step, and behind each. */
function stagesOf(order: readonly number[]): Done[] {
  const stages: Done[] = [new Uint8Array(order.length)]
  for (const turn of order) stages.push((stages.at(-1) ?? new Uint8Array(order.length)).with(turn, 1))
  return stages
}
