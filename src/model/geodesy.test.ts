import geographiclib from 'geographiclib-geodesic'
import { expect, test } from 'vitest'
import { randomFrom } from '../testing/generate/random.ts'
import { geodesicM, pointBetween } from './geodesy.ts'
import type { Point } from './scalars.ts'

const { WGS84 } = geographiclib.Geodesic

/** A point and another up to 15 km away, over all of Indonesia's latitudes and some more. */
function pairs(count: number): (readonly [Point, Point])[] {
  const random = randomFrom(4)
  return Array.from({ length: count }, () => {
    const a: Point = [95 + random() * 46, -11 + random() * 17]
    const { lat2 = 0, lon2 = 0 } = WGS84.Direct(a[1], a[0], random() * 360, random() * 15_000)
    return [a, [lon2, lat2]]
  })
}

test('geodesics agree with geographiclib within 0.1 m over 15 km', () => {
  const off = pairs(1000).map(([a, b]) =>
    Math.abs(geodesicM(a, b) - (WGS84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? NaN)),
  )
  expect(off).toHaveLength(1000)
  expect(Math.max(...off)).toBeLessThan(0.001)
})

test('so do the spans from pole to pole', () => {
  const random = randomFrom(6)
  const off = Array.from({ length: 1000 }, () => {
    const a: Point = [random() * 360 - 180, random() * 140 - 70]
    const { lat2 = 0, lon2 = 0 } = WGS84.Direct(a[1], a[0], random() * 360, random() * 1100)
    return Math.abs(geodesicM(a, [lon2, lat2]) - (WGS84.Inverse(a[1], a[0], lat2, lon2).s12 ?? NaN))
  })
  expect(Math.max(...off)).toBeLessThan(0.001)
})

test('a point on the way lies on the geodesic, where its share says, within 2 cm over 15 km', () => {
  const random = randomFrom(5)
  const off = pairs(1000).map(([a, b]) => {
    const share = random()
    const { s12 = 0, azi1 = 0 } = WGS84.Inverse(a[1], a[0], b[1], b[0])
    const { lat2 = 0, lon2 = 0 } = WGS84.Direct(a[1], a[0], azi1, s12 * share)
    const [lon, lat] = pointBetween(a, b, share)
    return WGS84.Inverse(lat, lon, lat2, lon2).s12 ?? NaN
  })
  expect(Math.max(...off)).toBeLessThan(0.02)
})

test('the two ends are themselves, and points on opposite sides of the globe still have a distance', () => {
  expect(pointBetween([110, -7], [111, -8], 0)).toEqual([110, -7])
  expect(pointBetween([110, -7], [111, -8], 1)).toEqual([111, -8])
  expect(geodesicM([0, 0], [180, 0.0001])).toBeGreaterThan(1e7)
})
