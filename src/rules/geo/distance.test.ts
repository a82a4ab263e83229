import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../../model/scalars.ts'
import { metresBetween, metresBeyond, metresOutside, roughMetres } from './distance.ts'

const hub: Point = [110.5928, -7.7125]
const near = fc.tuple(
  fc.double({ min: 110.3, max: 110.9, noNaN: true }),
  fc.double({ min: -8, max: -7.4, noNaN: true }),
)

test('the rough distance is within 1 % of that on the ellipsoid, so the short cut never lets a far point pass', () => {
  fc.assert(
    fc.property(near, point => {
      const precise = metresBetween(hub, point)
      fc.pre(precise > 1)
      expect(Math.abs(roughMetres(hub, point) / precise - 1)).toBeLessThan(0.01)
      expect(metresBeyond(hub, point, 15_000) !== undefined).toBe(precise > 15_000)
    }),
  )
})

test('outside an outline counts from its nearest edge', () => {
  const square: Point[] = [
    [110.58, -7.72],
    [110.61, -7.72],
    [110.61, -7.7],
    [110.58, -7.7],
  ]
  expect(metresOutside(hub, square)).toBe(0)
  expect(metresOutside([110.6, -7.73], square)).toBeCloseTo(1113.2, 0)
  expect(metresOutside([110.62, -7.71], square)).toBeCloseTo(metresBetween([110.62, -7.71], [110.61, -7.71]), -1)
})
