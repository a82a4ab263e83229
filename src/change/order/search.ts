import { pop, push, type Heap } from './heap.ts'
import type { Outlook } from './predict.ts'
import type { Done } from './stage.ts'

/** Summed over the steps of an order; what is compared is the first figure that differs. */
export interface Cost {
  /** Sites out, each counted once for every step that leaves it so. */
  readonly siteSteps: number
  /** Sites of which segments are out, in the same way. */
  readonly segmentSteps: number
  /** Routers that the NOC does not reach when their turn comes, though it does before the rollout. */
  readonly unreached: number
}

function compareCost(a: Cost, b: Cost): number {
  return a.siteSteps - b.siteSteps || a.segmentSteps - b.segmentSteps || a.unreached - b.unreached
}

interface Found {
  /** Turns, one after the other. */
  readonly order: readonly number[]
  readonly cost: Cost
  /** Whether no order costs less; else the search ended before it knew. */
  readonly isLeast: boolean
}

interface Question {
  /** All turns, in the order that is taken where nothing else decides. */
  readonly preferred: readonly number[]
  readonly outlook: (done: Done) => Outlook
  /** Most stages to look at. */
  readonly mostStages: number
}

/** The order that costs least. */
export function leastOrder(question: Question): Found {
  const { preferred } = question
  const first = costOfOrder(question, preferred)
  if (isFree(first)) return { order: preferred, cost: first, isLeast: true }
  return searched(question) ?? improved(question)
}

const nothing: Cost = { siteSteps: 0, segmentSteps: 0, unreached: 0 }

function isFree({ siteSteps, segmentSteps, unreached }: Cost): boolean {
  return siteSteps + segmentSteps + unreached === 0
}

function plus(a: Cost, b: Cost): Cost {
  return {
    siteSteps: a.siteSteps + b.siteSteps,
    segmentSteps: a.segmentSteps + b.segmentSteps,
    unreached: a.unreached + b.unreached,
  }
}

/** Of the step that does this turn when those are done. */
function costOfStep({ outlook, preferred }: Question, done: Done, turn: number): Cost {
  const start = new Uint8Array(preferred.length)
  const isLost = outlook(start).isReached[turn] === true && outlook(done).isReached[turn] !== true
  const { losses } = outlook(done.with(turn, 1))
  const segmentSteps = losses.filter(loss => 'segments' in loss).length
  return { siteSteps: losses.length - segmentSteps, segmentSteps, unreached: isLost ? 1 : 0 }
}

function costOfOrder(question: Question, order: readonly number[]): Cost {
  let cost = nothing
  let done: Done = new Uint8Array(order.length)
  for (const turn of order) {
    cost = plus(cost, costOfStep(question, done, turn))
    done = done.with(turn, 1)
  }
  return cost
}

interface Node {
  readonly done: Done
  readonly order: readonly number[]
  readonly cost: Cost
}

/**
 * Dijkstra's search over the sets of routers that are done, the cheapest first and of those the fullest: an order
 * without loss is found in about as many stages as it has steps, and a bad set is looked at once, whichever way leads
 * to it. Undefined where there are too many.
 */
function searched(question: Question): Found | undefined {
  const { preferred, mostStages } = question
  const settled = new Set<string>()
  const open: Heap<Node> = { items: [], compare: compareNodes }
  push(open, { done: new Uint8Array(preferred.length), order: [], cost: nothing })
  for (let node = pop(open); node !== undefined; node = pop(open)) {
    const { done, order, cost } = node
    if (order.length === preferred.length) return { order, cost, isLeast: true }
    const key = done.join('')
    if (settled.has(key)) continue
    settled.add(key)
    if (settled.size * preferred.length > mostStages) return undefined
    // Of equals what was pushed last comes first.
    for (const turn of preferred.toReversed()) {
      if (done[turn] === 1) continue
      const next = plus(cost, costOfStep(question, done, turn))
      push(open, { done: done.with(turn, 1), order: [...order, turn], cost: next })
    }
  }
  return undefined
}

function compareNodes(a: Node, b: Node): number {
  return compareCost(a.cost, b.cost) || b.order.length - a.order.length
}

/**
 * A good order where there are too many to know the best: the cheapest next step each time, then single routers put
 * elsewhere.
 */
function improved(question: Question): Found {
  const { preferred, mostStages } = question
  const starts = [preferred, preferred.toReversed(), greedy(question)]
  let [best = { order: preferred, cost: costOfOrder(question, preferred) }] = starts
    .map(order => ({ order, cost: costOfOrder(question, order) }))
    .sort((a, b) => compareCost(a.cost, b.cost))
  let left = mostStages
  for (let isBetter = true; isBetter && left > 0; ) {
    isBetter = false
    for (const turn of preferred)
      for (let place = 0; place < preferred.length && left > 0; place++) {
        const order = best.order.filter(other => other !== turn).toSpliced(place, 0, turn)
        const cost = costOfOrder(question, order)
        left -= preferred.length
        if (compareCost(cost, best.cost) >= 0) continue
        best = { order, cost }
        isBetter = true
      }
  }
  return { ...best, isLeast: isFree(best.cost) }
}

function greedy(question: Question): number[] {
  const order: number[] = []
  let done: Done = new Uint8Array(question.preferred.length)
  const left = new Set(question.preferred)
  while (left.size > 0) {
    const here = done
    const [next] = [...left]
      .map(turn => ({ turn, cost: costOfStep(question, here, turn) }))
      .sort((a, b) => compareCost(a.cost, b.cost))
    if (next === undefined) break
    order.push(next.turn)
    left.delete(next.turn)
    done = done.with(next.turn, 1)
  }
  return order
}
