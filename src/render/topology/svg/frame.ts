import { ink, faint, paper } from './palette.ts'
import { num } from './path.ts'
import type { Projection } from './projection.ts'

/** Ticks of longitude and latitude at the frame. */
export function graticule({ box, bounds, place }: Projection): string[] {
  const step = bounds.east - bounds.west > 0.2 ? 0.1 : bounds.east - bounds.west > 0.06 ? 0.02 : 0.01
  const digits = step === 0.1 ? 1 : 2
  const ticks: string[] = []
  for (let n = Math.ceil(bounds.west / step); n * step <= bounds.east; n++) {
    const [x] = place([n * step, bounds.south])
    ticks.push(
      `<path d="M${num(x)} ${num(box.y + box.height)}v-6" stroke="${ink}" stroke-width="1"/><text x="${num(x)}" y="${num(box.y + box.height + 12)}" font-size="9" text-anchor="middle" fill="${faint}">${degrees(n * step, digits)} BT</text>`,
    )
  }
  for (let n = Math.ceil(bounds.south / step); n * step <= bounds.north; n++) {
    const [, y] = place([bounds.west, n * step])
    const label = `${degrees(Math.abs(n * step), digits)} ${n < 0 ? 'LS' : 'LU'}`
    ticks.push(
      `<path d="M${num(box.x)} ${num(y)}h6" stroke="${ink}" stroke-width="1"/><text transform="translate(${num(box.x - 5)} ${num(y)}) rotate(-90)" font-size="9" text-anchor="middle" fill="${faint}">${label}</text>`,
    )
  }
  return ticks
}

function degrees(value: number, digits: number): string {
  return `${value.toFixed(digits).replace('.', ',')}°`
}

function scaleKm(unitsPerKm: number): number {
  return [20, 10, 5, 2, 1, 0.5, 0.2, 0.1].find(km => km * unitsPerKm <= 170) ?? 0.1
}

export function scaleBarBox({ box, unitsPerKm }: Projection): { x: number; y: number; width: number; height: number } {
  return { x: box.x + 10, y: box.y + box.height - 44, width: scaleKm(unitsPerKm) * unitsPerKm + 60, height: 40 }
}

export function scaleBar(projection: Projection): string {
  const { box, unitsPerKm } = projection
  const km = scaleKm(unitsPerKm)
  const width = km * unitsPerKm
  const x = box.x + 22
  const y = box.y + box.height - 20
  const north = `<path d="M${num(x + width + 26)} ${num(y - 20)}l6 20l-6 -4l-6 4Z" fill="${ink}"/><text x="${num(x + width + 40)}" y="${num(y)}" font-size="11" font-weight="bold" fill="${ink}">U</text>`
  return (
    `<g><rect x="${num(x)}" y="${num(y - 5)}" width="${num(width / 2)}" height="5" fill="${ink}" stroke="${ink}"/><rect x="${num(x + width / 2)}" y="${num(y - 5)}" width="${num(width / 2)}" height="5" fill="${paper}" stroke="${ink}"/>` +
    `<text x="${num(x)}" y="${num(y - 10)}" font-size="10" text-anchor="middle" fill="${ink}" ${halo}>0</text>` +
    `<text x="${num(x + width)}" y="${num(y - 10)}" font-size="10" text-anchor="middle" fill="${ink}" ${halo}>${String(km).replace('.', ',')} km</text>${north}</g>`
  )
}

export const halo = `stroke="${paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
