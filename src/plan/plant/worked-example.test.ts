import { describe, expect, test } from 'vitest'
import { locateReading, type Spot } from '../../analysis/otdr/locate.ts'
import { geodesicM } from '../../model/geodesy.ts'
import type { RoutePlan } from './plant-plan.ts'
import { plannedWith } from './plant.fixture.ts'
import { glassToChainage } from './position.fixture.ts'
import { workedPlant, workedRoute } from './worked-example.fixture.ts'

function planned(a: string, b: string): RoutePlan {
  return plannedWith(workedPlant, workedRoute(a, b)).plant.routes.get('contoh') as RoutePlan
}

describe('the worked example of the practice notes (A5)', () => {
  const bx20 = planned('bx20-d', 'bx20-u')

  test('10,677.3 m drawn are 10,890.4 m of sheath and 10,934.0 m of glass', () => {
    expect(bx20.broken).toBeUndefined()
    expect(bx20.drawnM.toFixed(1)).toBe('10677.3')
    expect(bx20.sheathM.toFixed(1)).toBe('10890.4')
    expect(bx20.glassM.toFixed(1)).toBe('10934.0')
  })

  test('six splices and four connectors: 6.97 dB at 1310 nm', () => {
    expect(bx20.strands[0]?.splices.map(({ kind, measuredDb }) => [kind, measuredDb])).toEqual([
      ['pigtail', undefined],
      ['splice', 0.1],
      ['splice', 0.1],
      ['pigtail', undefined],
      ['pigtail', undefined],
      ['pigtail', undefined],
    ])
    expect(bx20.connectors).toBe(4)
    expect(bx20.losses.find(({ nm }) => nm === 1310)?.design.toFixed(2)).toBe('6.97')
  })

  test('BX20 passes by 2.03 dB: 13 less 1 of penalty and 3 of margin', () => {
    expect(bx20.light?.ab.limitDb).toBe(9)
    expect(bx20.light?.marginDb?.toFixed(2)).toBe('2.03')
    expect(bx20.light?.beyondReachM).toBe(0)
  })

  test('LX10 fails by loss and by distance, and no penalty is taken from its insertion loss', () => {
    const { light } = planned('lx10', 'lx10')
    expect(light?.ab.limitDb).toBe(6)
    expect(light?.marginDb?.toFixed(2)).toBe('-0.97')
    expect(light?.beyondReachM.toFixed(0)).toBe('934')
    expect(light?.reachKm).toBe(10)
  })

  test('a break at chainage 7,000 m shows at 7,677.6 m behind 500 m of launch lead', () => {
    expect(((glassToChainage(bx20, 'a', 7000) ?? 0) + 500).toFixed(1)).toBe('7677.6')
  })

  test('the reading 7,677.6 m is chainage 7,000.0 m', () => {
    const { network, plant } = plannedWith(workedPlant, workedRoute('bx20-d', 'bx20-u'))
    const spot = locateReading(network, plant, {
      route: 'contoh',
      from: 'odf-a',
      readingM: 7677.6,
      ior: 1.4682,
      launchM: 500,
    }) as Spot
    expect(spot.kind).toBe('in-span')
    expect(spot.chainageM.toFixed(1)).toBe('7000.0')
    expect(geodesicM(spot.at, [110.64734, -7.6671])).toBeLessThan(0.1)
    expect([spot.before.id, spot.after.id, spot.span]).toEqual(['v-6200', 'odf-m', 'sp-5'])
  })

  test('a wrong index moves it: 4.1 m in 10 km for 1.4676, 56 m for 1.4600', () => {
    const { network, plant } = plannedWith(workedPlant, workedRoute('bx20-d', 'bx20-u'))
    const glass = (ior: number): number =>
      (locateReading(network, plant, { route: 'contoh', from: 'a', readingM: 10_000, ior }) as Spot).glassM
    expect((10_000 - glass(1.4676)).toFixed(1)).toBe('4.1')
    expect((10_000 - glass(1.46)).toFixed(0)).toBe('56')
  })
})
