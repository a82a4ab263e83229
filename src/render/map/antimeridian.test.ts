import { describe, expect, test } from 'vitest'
import type { Point } from '../../model/scalars.ts'
import { cutLine, cutRing } from './antimeridian.ts'

describe('a line', () => {
  test('that stays on its side is one part', () => {
    const line: Point[] = [
      [110, -7],
      [111, -8],
    ]
    expect(cutLine(line)).toEqual([line])
  })

  test('that crosses eastwards, and back, ends where it met the meridian and goes on there', () => {
    expect(
      cutLine([
        [179, 0],
        [-179, 2],
        [179, 4],
      ]),
    ).toEqual([
      [
        [179, 0],
        [180, 1],
      ],
      [
        [-180, 1],
        [-179, 2],
        [-180, 3],
      ],
      [
        [180, 3],
        [179, 4],
      ],
    ])
  })
})

describe('a ring', () => {
  const square = (west: number, east: number): Point[] => [
    [west, -1],
    [east, -1],
    [east, 1],
    [west, 1],
    [west, -1],
  ]

  test('that stays on its side is itself', () => {
    expect(cutRing(square(110, 111))).toEqual([square(110, 111)])
  })

  test('that crosses becomes two, closed, with the same area', () => {
    const parts = cutRing(square(179, -178))
    expect(parts.map(areaOf)).toEqual([2, 4])
    for (const part of parts) expect(part.at(-1)).toEqual(part[0])
    expect(parts.flat().every(([lon]) => Math.abs(lon) <= 180)).toBe(true)
  })
})

function areaOf(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[i + 1] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) / 2
}
