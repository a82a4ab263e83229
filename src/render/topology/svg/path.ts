import type { Place } from './projection.ts'

/** At most one decimal: a fortieth of a millimetre on paper. */
export function num(value: number): string {
  const text = value.toFixed(1)
  return text.endsWith('.0') ? (text === '-0.0' ? '0' : text.slice(0, -2)) : text
}

export function pathOf(points: readonly Place[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${num(x)} ${num(y)}`).join('')
}

/** A dot a place, for a stroke with round caps. */
export function dotsOf(places: readonly Place[]): string {
  return places.map(([x, y]) => `M${num(x)} ${num(y)}h0`).join('')
}
