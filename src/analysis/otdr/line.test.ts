import { expect, test } from 'vitest'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { Network, Splice } from '../../model/network.ts'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { bracketReadings } from './bracket.ts'
import { locateReading, type Located, type Spot } from './locate.ts'

/** Cores that no route lights, shot in the reference network. */

const { network } = klaten()
const plant = planPlant(network)

test('a spare core is found where the lit core beside it is, from both ends', () => {
  let asked = 0
  for (const { route, hops, glassM } of plant.routes.values()) {
    const [hop] = hops
    if (
      hop === undefined ||
      hops.length > 1 ||
      hop.cable.cable.rented !== undefined ||
      hop.cable.stations.length - 1 !== Math.abs(hop.toStation - hop.fromStation)
    )
      continue
    const spare = hop.cable.cores.find(({ state }) => state === 'free')
    if (spare === undefined) continue
    for (const side of ['a', 'b'] as const) {
      const end = hop.forward === (side === 'a') ? 'a' : 'b'
      for (const share of [0.01, 0.37, 0.99]) {
        const readingM = glassM * share
        const lit = locateReading(network, plant, { route: route.id, from: side, readingM })
        const dark = locateReading(network, plant, { cable: hop.cable.cable.id, core: spare.core, from: end, readingM })
        const placeOf = (found: Located): unknown => {
          const { kind, at, span, behindM } = found as Spot
          return [kind, at.map(degrees => degrees.toFixed(7)), span, behindM.toFixed(3)]
        }
        expect(placeOf(dark), `${route.id} ${side} ${share}`).toEqual(placeOf(lit))
        asked++
      }
    }
  }
  expect(asked).toBeGreaterThan(60)
})

const shot = { cable: 'c-utara-1', core: 7, from: 'odf-core-1', readingM: 500 }

test('two shots of one spare core meet, and of two cores do not', () => {
  const whole = plant.cables.get('c-utara-1')?.glassM ?? 0
  const [{ id: far } = { id: '' }] = [plant.cables.get('c-utara-1')?.stations.at(-1)?.structure].filter(
    one => one !== undefined,
  )
  const other = { ...shot, from: far, readingM: whole - 500 }
  expect(bracketReadings(network, plant, [shot, other])).toMatchObject({ kind: 'one-break' })
  expect(bracketReadings(network, plant, [shot, { ...other, core: 8 }])).toEqual({ kind: 'not-opposite' })
  expect(bracketReadings(network, plant, [shot, { ...other, core: 99 }])).toMatchObject({ kind: 'unknown-core' })
})

test('what is not there, is lit, or has no such end is said', () => {
  expect(locateReading(network, plant, { ...shot, cable: 'c-utara-99' })).toMatchObject({ kind: 'unknown-cable' })
  expect(locateReading(network, plant, { ...shot, core: 25 })).toMatchObject({ kind: 'unknown-core', cores: 24 })
  expect(locateReading(network, plant, { ...shot, core: 1 })).toMatchObject({ kind: 'lit-core', routes: ['utara-1'] })
  expect(locateReading(network, plant, { ...shot, from: 'dishub' })).toMatchObject({ kind: 'unknown-end' })
  expect(locateReading(network, plant, { ...shot, readingM: 90_000 })).toMatchObject({ kind: 'beyond-end' })
})

test('behind a splice to another core no place is told: which way the glass goes is asked', () => {
  const cable = plant.cables.get('c-utara-1')
  const joints = [cable?.stations[10], cable?.stations.at(-1)].map(station => station?.structure)
  for (const closure of joints) {
    if (closure === undefined) throw new Error('no station')
    const splice = {
      kind: 'splice',
      id: `${closure.id} c-utara-1/7`,
      closure,
      origin: closure.origin,
      declared: { a: 'c-utara-1/7', b: 'c-cadangan/3' },
    } as unknown as Splice
    const joined: Network = { ...network, splices: [...network.splices, splice] }
    const found = (from: string, readingM: number): Located => locateReading(joined, plant, { ...shot, from, readingM })
    const [near, behind] = [found('a', 200), found('a', 950)]
    expect(near).toEqual(locateReading(network, plant, { ...shot, from: 'a', readingM: 200 }))
    if (closure === joints[0]) expect(behind).toMatchObject({ kind: 'goes-on', strand: 'c-cadangan/3' })
    // Shot from the closure itself, the splice lies behind the instrument.
    if (closure === joints[1]) expect(found('b', 200)).toMatchObject({ kind: 'in-span' })
    expect(found('a', 20_000)).toMatchObject({ kind: 'goes-on', at: { id: closure.id } })
  }
})
