import { expect, test } from 'vitest'
import { analysisOf } from '../analysis/analysis.ts'
import { simulate } from '../analysis/service/simulate.ts'
import type { FibreRoute } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import { generate } from '../testing/generate/generate.ts'
import { between, randomFrom } from '../testing/generate/random.ts'
import { compiled, readKlaten } from '../testing/klaten/inventory.ts'
import { repairOrderOf, type RepairOrder } from './repair-order.ts'
import { bestOrder } from './splice-order.ts'

const klaten = compiled(readKlaten()).plan
if (klaten === undefined) throw new Error('Klaten does not compile')

function orderOf(cable: string, at: readonly string[] = []): RepairOrder {
  const { network } = klaten as Plan
  const found = network.cables.get(cable)
  if (found === undefined) throw new Error(`no cable ${cable}`)
  return repairOrderOf(klaten as Plan, {
    cable: found,
    at: at.flatMap(id => network.structures.get(id) ?? []),
    since: '2026-11-02 11:40',
    begins: '2026-11-02 13:00',
    setupMinutes: 60,
    spliceMinutes: 6,
    closures: 2,
  })
}

test('two spurs and a ring in one cable: who serves citizens, who is cut off, who stands on one way', () => {
  const { steps, losses, done, others } = orderOf('c-timur-1', ['p-timur-003', 'p-timur-004'])
  expect(steps.map(({ cores, routes: [route], done: at }) => [cores, route?.id, at])).toEqual([
    [[27], 'spur-dinas-arpus', '2026-11-02 14:12'],
    [[25], 'spur-dispermasdes', '2026-11-02 14:24'],
    [[1, 2], 'timur-1', '2026-11-02 14:48'],
  ])
  expect(steps.map(({ returns }) => returns.map(({ id }) => id))).toEqual([['dinas-arpus'], ['dispermasdes'], []])
  expect(steps[2]?.carries.map(({ id }) => id)).toContain('dpmptsp')
  expect(losses.map(({ site, state, from, until, minutes }) => [site.id, state, from, until, minutes])).toEqual([
    ['dinas-arpus', 'isolated', '2026-11-02 11:40', '2026-11-02 14:12', 152],
    ['dispermasdes', 'isolated', '2026-11-02 11:40', '2026-11-02 14:24', 164],
  ])
  // 44 more cores twice at six minutes; what is reserved first.
  expect(others).toHaveLength(44)
  expect(others.slice(0, 2).map(({ core }) => core)).toEqual([47, 48])
  expect(done).toBe('2026-11-02 23:36')
})

test('behind the closure at which the spurs leave, only what goes on is spliced', () => {
  const { steps } = orderOf('c-timur-1', ['p-timur-040', 'p-timur-041'])
  expect(steps.map(({ routes: [route] }) => route?.id)).toEqual(['timur-1'])
})

function permutations<T>(list: readonly T[]): T[][] {
  return list.length === 0
    ? [[]]
    : list.flatMap((first, i) => permutations(list.toSpliced(i, 1)).map(rest => [first, ...rest]))
}

/** Minutes that agencies of citizens, agencies, and sites on their backup pay, by simulating every stage. */
function paid(plan: Plan, order: readonly FibreRoute[], minutes: readonly number[]): number[] {
  const sums = [0, 0, 0]
  for (const [i, lasts] of minutes.entries()) {
    const down = new Set(order.slice(i).map(({ id }) => `route:${id}`))
    for (const { element, before, after } of simulate(plan, down).sites) {
      const { tenants } = element.site
      if (after.state === before.state) continue
      if (after.state === 'on-backup') sums[2] = (sums[2] ?? 0) + lasts
      else if (after.state !== 'in-service') {
        sums[0] = (sums[0] ?? 0) + lasts * tenants.filter(({ declared }) => declared.publicService).length
        sums[1] = (sums[1] ?? 0) + lasts * Math.max(1, tenants.length)
      }
    }
  }
  return sums
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((each, at) => each !== b[at])
  return i >= 0 && (a[i] ?? 0) < (b[i] ?? 0)
}

test('no other order costs less, of all there are', () => {
  const { plan } = compiled({ sources: generate(60), ledger: '' })
  if (plan === undefined) throw new Error('does not compile')
  const routes = [...plan.network.routes.values()]
  let [differing, outages] = [0, 0]
  for (let seed = 1; seed <= 25; seed++) {
    const random = randomFrom(seed)
    const first = between(random, 0, routes.length - 5)
    // Neighbours, so that rings are opened twice and spurs hang behind them.
    const units = routes
      .slice(first, first + between(random, 2, 4))
      .map((route, i) => ({ routes: [route], strands: 1 + (i % 2) }))
    const found = bestOrder(analysisOf(plan), units, ({ strands }) => strands * 12)
    const costs = permutations(units).map(order =>
      paid(
        plan,
        order.flatMap(unit => unit.routes),
        order.map(({ strands }) => strands * 12),
      ),
    )
    const own = paid(
      plan,
      found.flatMap(unit => unit.routes),
      found.map(({ strands }) => strands * 12),
    )
    expect(
      costs.filter(cost => isLess(cost, own)),
      `seed ${seed}`,
    ).toEqual([])
    if (costs.some(cost => isLess(own, cost))) differing++
    if ((own[1] ?? 0) > 0) outages++
  }
  // Not every order would do.
  expect(differing).toBeGreaterThan(3)
  expect(outages).toBeGreaterThan(3)
})
