import { expect, test } from 'vitest'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import type { RoutePlan } from '../../plan/plant/plant-plan.ts'
import { watchedLight } from './light.ts'

const plan = klaten()

/** dB by figures of this test's own: 0.35 dB/km at 1310 nm, 0.24 at 1490, 0.22 at 1550 (0.07 more below 1300), 0.05 a splice, 0.3 a connector. */
function typicalDb({ hops, strands, connectors }: RoutePlan, nm: number): number {
  const ofGlass = nm < 1400 ? 0.35 : nm < 1530 ? 0.24 : 0.22
  const losses = strands.map(({ splices }) => {
    const glass = hops.reduce((sum, { glassFromM, glassToM, cable }) => {
      const rented = cable.cable.rented?.lossDb
      // What its owner measured from end to end; the route takes all of it.
      if (rented !== undefined) return sum + (nm < 1530 ? rented.nm1310 : rented.nm1550)
      const own = cable.cable.type.declared.lossDbPerKm
      const window = nm < 1400 ? own.nm1310 : nm < 1530 ? (own.nm1490 ?? own.nm1310) : own.nm1550
      return sum + ((glassToM - glassFromM) / 1000) * (Math.min(window, ofGlass) + (nm < 1300 ? 0.07 : 0))
    }, 0)
    return glass + splices.reduce((sum, { measuredDb }) => sum + (measuredDb ?? 0.05), 0) + 0.3 * connectors
  })
  return Math.max(...losses)
}

test('every lit end whose optics are known is watched, at the power that its plant lets through', () => {
  const lights = watchedLight(plan)
  expect(lights.length).toBeGreaterThan(40)
  for (const { route, router, expectedDbm } of lights) {
    const planned = plan.plant.routes.get(route)
    const link = plan.links.get(route)
    const receivesAtA = link?.a.router.id === router
    const far = receivesAtA ? planned?.light?.ba.transmitter : planned?.light?.ab.transmitter
    if (planned === undefined || far?.transmitDbm === undefined) throw new Error(`${route}: not lit`)
    const sent = (far.transmitDbm.min + far.transmitDbm.max) / 2
    const pads = [link?.route.declared.a, link?.route.declared.b].map(end => end?.attenuatorDb ?? 0)
    const padDb =
      planned.strands.length === 1 ? pads.reduce((sum, db) => sum + db, 0) : (pads[receivesAtA ? 0 : 1] ?? 0)
    expect(expectedDbm, `${route} at ${router}`).toBeCloseTo(sent - typicalDb(planned, far.transmitNm) - padDb, 6)
  }
})

test('what is not lit, or not asked for its light, is not watched', () => {
  const subjects = new Set(watchedLight(plan).map(({ subject }) => subject))
  for (const { route, a, active } of plan.links.values()) {
    const known = plan.plant.routes.get(route.id)?.light?.ba.received !== undefined
    const asked = a.router.platform.monitoring?.receivePower !== undefined
    expect(subjects.has(`light:${route.id}:${a.router.id}`), route.id).toBe(active && known && asked)
  }
})
