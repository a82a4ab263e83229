import { geodesicM, pointBetween } from '../../model/geodesy.ts'
import type { Network, Structure } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import type { Edited, Refused } from '../edited.ts'
import { lacking, refusal, withFiles, yamlText, type Making } from './outcome.ts'

interface Stretch {
  readonly structures: string
  readonly run: string
  /** `sp-x-001..sp-x-009` */
  readonly spans: string
  readonly poles: number
  readonly points: readonly Point[]
}

/** Poles on the straight line between two places, at most this far apart, and the run of spans over them. */
export function stretch(
  name: string,
  from: { readonly id: string; readonly point: Point },
  to: { readonly id: string; readonly point: Point },
  everyM: number,
): Stretch {
  const poles = Math.max(0, Math.ceil(geodesicM(from.point, to.point) / everyM) - 1)
  const numbered = (prefix: string, i: number): string => `${prefix}-${name}-${String(i).padStart(3, '0')}`
  const range = (prefix: string, last: number): string =>
    last === 1 ? numbered(prefix, 1) : `${numbered(prefix, 1)}..${numbered(prefix, last)}`
  const points = Array.from({ length: poles }, (_, i): Point => {
    const [lon, lat] = pointBetween(from.point, to.point, (i + 1) / (poles + 1))
    return [Number(lon.toFixed(6)), Number(lat.toFixed(6))]
  })
  const structures = points.map(
    ([lon, lat], i) => `  - { id: ${numbered('p', i + 1)}, kind: pole, at: [${lon}, ${lat}] }
`,
  )
  const along = [from.id, ...(poles === 0 ? [] : [range('p', poles)]), to.id]
  const spans = range('sp', poles + 1)
  return {
    structures: structures.join(''),
    run: `  - { spans: ${spans}, kind: aerial, along: [${along.join(', ')}] }\n`,
    spans,
    poles,
    points,
  }
}

/** Poles of today's that stand where new ones would: the cable hangs on those, and a person says so. */
export function inTheWay({ structures }: Network, { points }: Stretch): Refused | undefined {
  const near = [...structures.values()].filter(
    ({ declared, point }) =>
      declared.at !== undefined && declared.status !== 'retired' && points.some(each => geodesicM(each, point) < nearM),
  )
  if (near.length === 0) return undefined
  const names = near
    .slice(0, 3)
    .map(({ id }) => id)
    .join(', ')
  return refusal(
    `di garis ini sudah berdiri ${names}${near.length > 3 ? ', …' : ''}: gantungkan kabel di sana (plant/), atau pilih titik lain`,
    `${names}${near.length > 3 ? ', …' : ''} stand on this line already: hang the cable there (plant/), or choose another point`,
  )
}

const nearM = 5

/** A run of poles between two structures. */
export function newRun({ sources, network, wish }: Making): Edited | Refused {
  const missing = lacking(wish, ['a', 'b'])
  if (missing !== undefined) return missing
  const ends = [wish.a, wish.b].map(id => network.structures.get(id ?? ''))
  const [a, b] = ends
  const everyM = spacing(wish.everyM)
  if (a === undefined || b === undefined || a === b)
    return refusal(
      `--a ${wish.a} --b ${wish.b}: dua struktur yang ada`,
      `--a ${wish.a} --b ${wish.b}: two structures that are there`,
    )
  if (everyM === undefined) return refusal('--every-m: 10 sampai 500', '--every-m: 10 to 500')
  const made = stretch(wish.id, ended(a), ended(b), everyM)
  const standing = inTheWay(network, made)
  if (standing !== undefined) return standing
  const { structures, run, poles } = made
  const text = `# yaml-language-server: $schema=../../.serat/schema/plant.json
plant: ${wish.id}
name: ${yamlText(wish.name ?? wish.id)}

${structures === '' ? '' : `structures:\n${structures}\n`}runs:
${run}`
  return withFiles(sources, [{ path: `plant/${wish.id}.yaml`, text }], [polesRemark(poles, everyM)])
}

function ended({ id, point }: Structure): { readonly id: string; readonly point: Point } {
  return { id, point }
}

export function spacing(text: string | undefined): number | undefined {
  const metres = Number(text ?? '50')
  return metres >= 10 && metres <= 500 ? metres : undefined
}

export function polesRemark(poles: number, everyM: number): { readonly id: string; readonly en: string } {
  return {
    id: `${poles} tiang pada garis lurus, paling jauh ${everyM} m: ganti titiknya sesudah survei`,
    en: `${poles} poles on a straight line, at most ${everyM} m apart: put the surveyed points in their place`,
  }
}
