import { expect, test } from 'vitest'
import { analysisOf } from '../../analysis/analysis.ts'
import { isOut, serviceOf, type Service } from '../../analysis/graph/state.ts'
import type { Plan } from '../../plan/plan.ts'
import { randomChange } from '../../testing/analysis/random-change.fixture.ts'
import type { Change } from '../change.ts'
import type { Sides } from '../parts.ts'
import { compare } from '../compare.ts'
import { renamesOf } from '../renames.ts'
import { mixedOf } from './mixed.ts'
import { orderOf } from './order.ts'
import { predictionOf, type Prediction } from './predict.ts'
import { stageOf } from './stage.ts'

/** `SERAT_CHANGES`: how many random changes; the command at length asks for more. */
const wanted = Number(process.env['SERAT_CHANGES'] ?? 20)
const mostRouters = 7

interface Case {
  readonly seed: number
  readonly plans: Sides<Plan>
  readonly change: Change
  readonly prediction: Prediction
}

function* cases(): Generator<Case> {
  for (let [seed, found] = [1, 0]; found < wanted; seed++) {
    const { before, after } = randomChange(seed)
    const change = compare(before, after)
    if (before.plan === undefined || after.plan === undefined) continue
    const plans = { before: before.plan, after: after.plan }
    if (change.routers.length < 2 || change.routers.length > mostRouters) continue
    const turns = change.routers.map(({ router }) => router)
    const prediction = predictionOf(mixedOf(plans, turns, renamesOf(change.things)))
    found++
    yield { seed, plans, change, prediction }
  }
}

/** Every order: the least that one of them loses, sites and steps first, then segments; and whether another loses more. */
function bruteForce({ turns, outlook }: Prediction): {
  readonly least: readonly [number, number]
  readonly orderCounts: boolean
} {
  let least: readonly [number, number] = [Infinity, Infinity]
  let most: readonly [number, number] = [0, 0]
  const visit = (done: Uint8Array, left: readonly number[], sites: number, segments: number): void => {
    if (left.length === 0 && (sites < least[0] || (sites === least[0] && segments < least[1])))
      least = [sites, segments]
    if (left.length === 0 && (sites > most[0] || (sites === most[0] && segments > most[1]))) most = [sites, segments]
    for (const turn of left) {
      const next = done.with(turn, 1)
      const { losses } = outlook(next)
      const out = losses.filter(loss => 'state' in loss).length
      const rest = left.filter(other => other !== turn)
      visit(next, rest, sites + out, segments + losses.length - out)
    }
  }
  visit(new Uint8Array(turns), [...Array(turns).keys()], 0, 0)
  return { least, orderCounts: least.join() !== most.join() }
}

test('no order of all loses less than the one that is found, and both ends are the two states', () => {
  const tally = { cases: 0, withoutLoss: 0, withLoss: 0, orderCounts: 0 }
  for (const { seed, plans, change, prediction } of cases()) {
    const { steps, cost, isLeast } = orderOf(plans, change)
    const { least, orderCounts } = bruteForce(prediction)
    expect([cost.siteSteps, cost.segmentSteps, isLeast], `seed ${seed}`).toEqual([...least, true])
    expect(steps.map(({ router }) => router).sort()).toEqual(change.routers.map(({ router }) => router).sort())
    const out = steps.flatMap(({ losses }) => losses.filter(loss => 'state' in loss))
    expect(out.length, `seed ${seed}`).toBe(cost.siteSteps)
    expectEnds(seed, plans, prediction)
    tally.cases++
    if (least[0] + least[1] === 0) tally.withoutLoss++
    else tally.withLoss++
    if (orderCounts) tally.orderCounts++
  }
  if (wanted > 20) process.stdout.write(`${JSON.stringify(tally)}\n`)
  expect(tally.withoutLoss).toBeGreaterThan(0)
  expect(tally.withLoss).toBeGreaterThan(0)
  expect(tally.orderCounts).toBeGreaterThan(0)
}, 600_000)

/** What people notice. Which circuit is called the backup may change with no router's configuration. */
function served(service: Service | undefined): object | undefined {
  return service && { ...service, state: isOut(service.state) ? service.state : 'served' }
}

/** With nobody done the network is the old one, with all done the new one. */
function expectEnds(seed: number, plans: Sides<Plan>, { mixed, turns }: Prediction): void {
  for (const [side, bit] of [
    ['before', 0],
    ['after', 1],
  ] as const) {
    const { routing } = stageOf(mixed, new Uint8Array(turns).fill(bit))
    const found = mixed.sites.flatMap((site, i) => {
      const element = routing.elements.sites[i]
      return element === undefined ? [] : [[site[side].site.id, served(serviceOf(routing, element))]]
    })
    const { elements, whole } = analysisOf(plans[side])
    const ids = new Set(found.map(([id]) => id))
    const known = elements.sites.map(({ site }, i) => [site.id, served(whole.services[i])] as const)
    expect(Object.fromEntries(found), `seed ${seed} ${side}`).toEqual(
      Object.fromEntries(known.filter(([id]) => ids.has(id))),
    )
  }
}
