import { describe, expect, test } from 'vitest'
import { optics } from '../../model/optics.ts'
import { attenuation, lossOf, type Line } from './loss.ts'
import { limitOf } from './light.ts'
import { plannedWith } from './plant.fixture.ts'
import type { LightPlan } from './light-plan.ts'
import { workedPlant, workedRoute } from './worked-example.fixture.ts'

const type = { lossDbPerKm: { nm1310: 0.36, nm1550: 0.22 } }

describe('loss', () => {
  const line: Line = {
    glass: [{ lengthM: 10_000, type }],
    splicesDb: [0.04, undefined],
    pigtails: 2,
    connectors: 2,
    devices: [],
  }

  test('glass, measured and assumed splices, pigtails, connectors', () => {
    expect(lossOf(line, 1310, 'design')).toBeCloseTo(3.6 + 0.04 + 0.15 + 2 * 0.1 + 2 * 0.5, 9)
    expect(lossOf(line, 1310, 'typical')).toBeCloseTo(3.5 + 0.04 + 0.05 + 2 * 0.05 + 2 * 0.3, 9)
    expect(lossOf(line, 1550, 'design')).toBeCloseTo(2.2 + 0.04 + 0.15 + 2 * 0.1 + 2 * 0.5, 9)
  })

  test('each wavelength has its window, and 1270 nm its extra', () => {
    expect(attenuation({ lossDbPerKm: { ...type.lossDbPerKm, nm1490: 0.25 } }, 1490, 'design')).toBe(0.25)
    expect(attenuation(type, 1490, 'design')).toBe(0.36)
    expect(attenuation(type, 1270, 'design')).toBeCloseTo(0.43, 9)
    expect(attenuation(type, 1330, 'design')).toBe(0.36)
  })
})

describe('limits', () => {
  test.each([
    ['lx', 8 - 2 - 3],
    ['lx10', 6],
    ['bx10-u', 5.5],
    ['bx10-d', 6],
    ['bx20-u', 13 - 1 - 3],
    ['zx', 23 - 3],
    ['lr', 6.2],
    ['bx40-u', undefined],
  ])('%s: penalties once', (id, db) => {
    const optic = optics.get(id)
    expect(optic && limitOf(optic, 3)).toBe(db)
  })

  test('every class has a mate that has it, of its speed and strands, with the colours crossed', () => {
    for (const optic of optics.values()) {
      const mate = optics.get(optic.mate)
      expect([mate?.mate, mate?.speedMbps, mate?.strands, mate?.receiveNm, mate?.transmitNm], optic.id).toEqual([
        optic.id,
        optic.speedMbps,
        optic.strands,
        optic.transmitNm,
        optic.receiveNm,
      ])
      expect(optic.source, optic.id).not.toBe('')
    }
  })
})

describe('both directions', () => {
  const lightOf = (a: string, b: string): LightPlan | undefined =>
    plannedWith(workedPlant, workedRoute(a, b)).plant.routes.get('contoh')?.light

  test('each at its own wavelength, against the receiver at its end', () => {
    const light = lightOf('bx10-d', 'bx10-u')
    expect([light?.ab.nm, light?.ab.limitDb, light?.ba.nm, light?.ba.limitDb]).toEqual([1490, 5.5, 1310, 6])
    expect(light?.marginDb).toBeCloseTo(5.5 - 6.9736, 3)
  })

  test('received power: weakest over the worst line, strongest over the typical one', () => {
    const { received, lossDb, typicalLossDb } = lightOf('bx20-d', 'bx20-u')?.ab ?? {}
    expect(received?.minDbm).toBeCloseTo(-9 - (lossDb ?? 0), 9)
    expect(received?.typicalDbm).toBeCloseTo(-6 - (typicalLossDb ?? 0), 9)
    expect(received?.maxDbm).toBeCloseTo(-3 - (typicalLossDb ?? 0), 9)
  })

  test('overload: ER needs 5 dB, ZX asks for 8', () => {
    const er = lightOf('er', 'er')?.ab
    expect(er?.overloadDb).toBeCloseTo(Math.max(0, 4 - (er?.typicalLossDb ?? 0) + 1), 9)
    const zx = lightOf('zx', 'zx')?.ab
    expect(zx?.overloadDb).toBeCloseTo(8 - (zx?.typicalLossDb ?? 0), 9)
    expect(zx?.received).toBeUndefined()
  })

  test('nothing is said of optics that are not known', () => {
    expect(lightOf('lr10', 'lr')).toBeUndefined()
    expect(lightOf('bx40-d', 'bx40-u')?.marginDb).toBeUndefined()
  })
})

describe('attenuators', () => {
  const lightOf = (optic: readonly [string, string], pads: readonly [number?, number?]): LightPlan => {
    const plain = workedRoute(...optic)
    const [a, b] = pads.map(db => (db === undefined ? '' : `, attenuator_db: ${db}`))
    const route = plain.replace(/^( *a: \{[^}]*)\}/m, `$1${a ?? ''} }`).replace(/^( *b: \{[^}]*)\}/m, `$1${b ?? ''} }`)
    return plannedWith(workedPlant, route).plant.routes.get('contoh')?.light as LightPlan
  }

  test('on two strands one takes from the light that comes to its own receiver, and from no other', () => {
    const [bare, padded] = [lightOf(['lr', 'lr'], []), lightOf(['lr', 'lr'], [3, 5])]
    expect(padded.ba.lossDb - bare.ba.lossDb).toBeCloseTo(3, 9)
    expect(padded.ab.lossDb - bare.ab.lossDb).toBeCloseTo(5, 9)
    expect((bare.ab.received?.typicalDbm ?? 0) - (padded.ab.received?.typicalDbm ?? 0)).toBeCloseTo(5, 9)
    expect((bare.ab.marginDb ?? 0) - (padded.ab.marginDb ?? 0)).toBeCloseTo(5, 9)
  })

  test('on one strand it takes from both directions', () => {
    const [bare, padded] = [lightOf(['bx20-d', 'bx20-u'], []), lightOf(['bx20-d', 'bx20-u'], [3])]
    expect(padded.ba.lossDb - bare.ba.lossDb).toBeCloseTo(3, 9)
    expect(padded.ab.lossDb - bare.ab.lossDb).toBeCloseTo(3, 9)
  })

  test('overload ends where the attenuator is enough', () => {
    const bare = lightOf(['lr', 'lr'], [])
    const short = Math.max(bare.ab.overloadDb, 0)
    expect(lightOf(['lr', 'lr'], [10, 10]).ab.overloadDb).toBe(Math.max(0, short - 10))
  })
})
