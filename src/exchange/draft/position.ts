import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { geodesicM } from '../../model/geodesy.ts'
import type { Point } from '../../model/scalars.ts'
import { angleOf, pairOf, round7, utmOf, type Angle } from '../values/coordinates.ts'
import { numberOf } from '../values/numbers.ts'
import { zoneAt, zoneOf } from '../values/utm.ts'
import { factOf, type Certainty, type Drafting, type Fact, type MappedRow } from './draft.ts'

interface Placed {
  readonly point: Point
  readonly certainty: Certainty
  readonly why?: Bilingual
}

/** The fact `at`. */
export interface PositionFact extends Fact {
  readonly value: Point
}

/** Where a row says that it stands; why not, where it does not say so in a way that can be. */
export function positionOf(mapped: MappedRow, drafting: Drafting): PositionFact | Bilingual {
  const told = saidPoint(mapped, drafting)
  if (!('certainty' in told)) return told
  const from =
    mapped.row.shape === undefined
      ? mapped.spot('lat', 'lon', 'position', 'easting', 'northing', 'utmZone')
      : [mapped.row.at]
  return { ...factOf('at', told.point, from, told.certainty, told.why), value: told.point }
}

/** Whether any cell or shape of a row was meant as a position. */
function saysPosition({ row, cell }: MappedRow): boolean {
  return (
    row.shape?.kind === 'point' ||
    (['lat', 'lon', 'position', 'easting', 'northing'] as const).some(field => cell(field) !== undefined)
  )
}

function saidPoint(mapped: MappedRow, drafting: Drafting): Placed | Bilingual {
  const { row, cell, decimal } = mapped
  if (row.shape?.kind === 'point') return drawn(mapped, drafting, row.shape.at)
  const utm = utmOf(cell('position'))
  if (utm !== undefined) return metres(drafting, utm.x, utm.y, utm.zone)
  const pair =
    pairOf(cell('position')) ?? both(angleOf(cell('lat'), decimal('lat')), angleOf(cell('lon'), decimal('lon')))
  if (pair !== undefined) return paired(mapped, drafting, pair)
  const x = numberOf(cell('easting'), decimal('easting'))?.value
  const y = numberOf(cell('northing'), decimal('northing'))?.value
  if (x === undefined || y === undefined) return saysPosition(mapped) ? unreadable : absent
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return fitting([x, y], drafting, 'said')
  return metres(drafting, x, y, mapped.text('utmZone'))
}

/** Latitude and longitude, or what stands in their cells: metres where no degree is as large, or turned round. */
function paired(mapped: MappedRow, drafting: Drafting, [first, second]: readonly [Angle, Angle]): Placed | Bilingual {
  if (Math.abs(first.degrees) > 180 || Math.abs(second.degrees) > 180) {
    const inMetres = metres(drafting, second.degrees, first.degrees, mapped.text('utmZone'))
    if ('certainty' in inMetres) return inMetres
    return withoutPoint(second.degrees, first.degrees, drafting) ?? inMetres
  }
  const isSwapped = first.axis === 'lon' || second.axis === 'lat'
  return isSwapped
    ? withWhy(fitting([first.degrees, second.degrees], drafting, 'said'), swapped)
    : fitting([second.degrees, first.degrees], drafting, 'said')
}

/** A drawn point in degrees, or in metres of UTM where no degree is as large. */
function drawn(mapped: MappedRow, drafting: Drafting, at: Point): Placed | Bilingual {
  return Math.abs(at[0]) > 180 || Math.abs(at[1]) > 180
    ? metres(drafting, at[0], at[1], mapped.text('utmZone'))
    : fitting(at, drafting, 'drawn')
}

/** Where a drawn line runs, with the least certain of its points; why not, where one of them lies nowhere near. */
export function lineOf(
  mapped: MappedRow,
  drafting: Drafting,
  points: readonly Point[],
): { readonly points: Point[]; readonly why?: Bilingual } | Bilingual {
  const placed: Point[] = []
  let doubt: Bilingual | undefined
  for (const point of points) {
    const each = drawn(mapped, drafting, point)
    if (!('certainty' in each)) return each
    placed.push(each.point)
    doubt ??= each.why
  }
  return { points: placed, ...(doubt === undefined ? {} : { why: doubt }) }
}

/**
 * Degrees whose decimal point a spreadsheet has lost: `-77025000` beside `110606100`. One place near the hub fits, or
 * none is said.
 */
function withoutPoint(lon: number, lat: number, { network }: Drafting): Placed | undefined {
  const { location } = network.hub.declared
  const shifted = (value: number, near: number): number | undefined =>
    Number.isInteger(value)
      ? [3, 4, 5, 6, 7, 8].map(power => value / 10 ** power).find(each => Math.abs(each - near) <= 2)
      : undefined
  const [x, y] = [shifted(lon, location.lon), shifted(lat, location.lat)]
  return x === undefined || y === undefined
    ? undefined
    : { point: [round7(x), round7(y)], certainty: 'guessed', why: lost }
}

const lost = {
  id: 'tanda desimalnya hilang; ditaruh di tempat yang dekat pusat',
  en: 'its decimal point was lost; put where it is near the hub',
}
const absent = { id: 'tidak ada koordinat', en: 'no coordinates' }
const unreadable = { id: 'koordinatnya tidak terbaca', en: 'its coordinates cannot be read' }
const swapped = {
  id: 'lintang dan bujur tertukar; ditukar kembali',
  en: 'latitude and longitude were swapped; turned round',
}
const lostSign = {
  id: 'lintang selatan tanpa tanda minus; tandanya ditambahkan',
  en: 'a southern latitude without its minus; the sign was added',
}
const nowhere = { id: 'koordinat di luar bumi, atau nol', en: 'coordinates that are not on earth, or zero' }
const far = { id: 'lebih dari 200 km dari pusat', en: 'more than 200 km from the hub' }
const ownZone = {
  id: 'meter UTM tanpa zona; zona pusat dipakai',
  en: 'metres of UTM without a zone; that of the hub was taken',
}
const turned = { id: 'X dan Y tertukar; ditukar kembali', en: 'X and Y were swapped; turned round' }
const farthestM = 200_000

function both(lat: Angle | undefined, lon: Angle | undefined): readonly [Angle, Angle] | undefined {
  return lat === undefined || lon === undefined ? undefined : [lat, lon]
}

/**
 * The point where it lies near the hub: as it is, with latitude and longitude turned round, or with a sign that was
 * lost.
 */
function fitting([lon, lat]: Point, { network }: Drafting, origin: 'drawn' | 'said'): Placed | Bilingual {
  const { location } = network.hub.declared
  const hub: Point = [location.lon, location.lat]
  if (!Number.isFinite(lon) || !Number.isFinite(lat) || (lon === 0 && lat === 0)) return nowhere
  const isNear = (point: Point): boolean =>
    Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90 && geodesicM(point, hub) <= farthestM
  const point: Point = [round7(lon), round7(lat)]
  if (isNear(point)) return { point, certainty: 'sure' }
  const other: Point = [point[1], point[0]]
  if (isNear(other)) return { point: other, certainty: 'guessed', why: swapped }
  if (origin === 'said' && hub[1] < 0 && lat > 0 && isNear([point[0], -point[1]]))
    return { point: [point[0], -point[1]], certainty: 'guessed', why: lostSign }
  return Math.abs(lon) > 180 || Math.abs(lat) > 90 ? nowhere : far
}

function metres(drafting: Drafting, x: number, y: number, saidZone: string): Placed | Bilingual {
  const { location } = drafting.network.hub.declared
  const said = zoneOf(saidZone)
  const zone = said ?? zoneAt([location.lon, location.lat])
  const straight = drafting.fromUtm(x, y, zone)
  const placed = straight === undefined ? undefined : fitting(straight, drafting, 'drawn')
  if (placed !== undefined && 'certainty' in placed) return said === undefined ? withWhy(placed, ownZone) : placed
  const round = drafting.fromUtm(y, x, zone)
  return round === undefined ? (placed ?? nowhere) : withWhy(fitting(round, drafting, 'drawn'), turned)
}

function withWhy(placed: Placed | Bilingual, why: Bilingual): Placed | Bilingual {
  return 'certainty' in placed ? { ...placed, certainty: 'guessed', why } : placed
}
