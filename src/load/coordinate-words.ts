import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { hasSteps } from './schema-walk.ts'

/**
 * What was probably meant where a coordinate does not fit: a decimal comma, degrees with minutes, two numbers the other
 * way round.
 */
export function coordinateAdvice(scalar: string | undefined, value: unknown): Bilingual | undefined {
  if (scalar === 'point') return pointAdvice(value)
  if (scalar !== 'latitude' && scalar !== 'longitude') return undefined
  if (typeof value === 'number') return swappedAdvice(scalar, value) ?? pointlessAdvice(scalar, value)
  const degrees = typeof value === 'string' ? degreesOf(value) : undefined
  if (degrees === undefined || Math.abs(degrees) > (scalar === 'latitude' ? 90 : 180)) return undefined
  const text = degrees.toFixed(6)
  return {
    id: `tulis ${text}: derajat desimal dengan titik, tanpa tanda kutip`,
    en: `write ${text}: decimal degrees with a point, without quotes`,
  }
}

/** Longitudes of Indonesia, from Sabang to Merauke. */
const [westernmost, easternmost] = [95, 141.1]

function swappedAdvice(scalar: 'latitude' | 'longitude', value: number): Bilingual | undefined {
  if (scalar === 'longitude' || value < westernmost || value > easternmost) return undefined
  return {
    id: `${value} adalah bujur: lintang dan bujurnya tertukar? dalam daftar bujur dahulu: [110.592800, -7.712010]`,
    en: `${value} is a longitude: are the two swapped? in a list the longitude comes first: [110.592800, -7.712010]`,
  }
}

/** Northern and southern end of Indonesia, Weh and Rote, with their waters. */
const [southernmost, northernmost] = [-11.1, 6.1]

/** A number that lost its point, or metres of a map. */
function pointlessAdvice(scalar: 'latitude' | 'longitude', value: number): Bilingual | undefined {
  const [least, most] = scalar === 'latitude' ? [southernmost, northernmost] : [westernmost, easternmost]
  const digits = String(Math.abs(value)).replace('.', '')
  if (Math.abs(value) < 1000 || !/^\d{5,}$/.test(digits)) return undefined
  const meant = [1, 2, 3]
    .map(whole => `${value < 0 ? '-' : ''}${digits.slice(0, whole)}.${digits.slice(whole)}`)
    .filter(text => Number(text) >= least && Number(text) <= most)
  const [only] = meant
  if (only !== undefined && meant.length === 1 && (value < 0 || scalar === 'longitude'))
    return {
      id: `maksudnya ${only}? titik desimalnya hilang atau bergeser`,
      en: `is ${only} meant? its point was lost or moved`,
    }
  return {
    id:
      'bukan derajat: titik desimalnya hilang, atau ini meter dari proyeksi peta (UTM, TM-3), ' +
      'yang diubah dahulu ke WGS 84: [110.592800, -7.712010]',
    en:
      'no degrees: its point was lost, or these are metres of a map projection (UTM, TM-3), ' +
      'which are turned into WGS 84 first: [110.592800, -7.712010]',
  }
}

/**
 * `[110,5928, -7,7120]` is four numbers to YAML; zeros behind a comma are lost by then, so that the two cannot be put
 * together again.
 */
function pointAdvice(value: unknown): Bilingual | undefined {
  const pair = pairIn(value)
  if (pair !== undefined) return { id: `tulis ${pair}`, en: `write ${pair}` }
  if (!Array.isArray(value) || value.length !== 4 || !value.every(part => Number.isInteger(part))) return undefined
  return {
    id: 'koma memisahkan nilai; pecahan ditulis dengan titik: [110.592800, -7.712010]',
    en: 'a comma separates values; write fractions with a point: [110.592800, -7.712010]',
  }
}

/** A point in another form: a group of keys, a text, or with its height. */
function pairIn(value: unknown): string | undefined {
  const parts =
    typeof value === 'string'
      ? (/^\s*(-?\d+\.\d+)\s*[,;]\s*(-?\d+\.\d+)\s*$/.exec(value)?.slice(1).map(Number) ?? [])
      : value
  const [lon, lat] = Array.isArray(parts) ? turned(parts) : hasSteps(parts) ? [parts['lon'], parts['lat']] : []
  if (typeof lon !== 'number' || typeof lat !== 'number' || Math.abs(lon) > 180 || Math.abs(lat) > 90) return undefined
  return `[${lon}, ${lat}]`
}

/** Phones and maps say the latitude first; Indonesia leaves no doubt which is which. */
function turned(parts: readonly unknown[]): readonly unknown[] {
  const [first, second, height, ...more] = parts
  if (more.length > 0 || (height !== undefined && typeof height !== 'number')) return []
  const isLongitude = (part: unknown): boolean => typeof part === 'number' && part >= westernmost && part <= easternmost
  return isLongitude(second) && !isLongitude(first) ? [second, first] : [first, second]
}

const decimal = String.raw`\d{1,3}(?:[.,]\d{1,12})?`
const degreesPattern = new RegExp(
  String.raw`^\s*([-+]?)(${decimal})\s*[°º]?\s*(?:(${decimal})\s*['′’]\s*(?:(${decimal})\s*(?:"|″|”|''))?)?\s*([A-Z]{0,2})\s*$`,
  'iu',
)

/** South and west, in English and Indonesian (lintang selatan, bujur barat). */
const negative = ['s', 'ls', 'w', 'bb']
const positive = ['', 'n', 'lu', 'u', 'e', 'bt', 't']

function degreesOf(text: string): number | undefined {
  const [, sign = '', degrees = '', minutes, seconds, letters = ''] = degreesPattern.exec(text) ?? []
  const side = letters.toLowerCase()
  if (degrees === '' || ![...negative, ...positive].includes(side)) return undefined
  const [whole, minute, second] = [degrees, minutes ?? '0', seconds ?? '0'].map(part => Number(part.replace(',', '.')))
  if (whole === undefined || minute === undefined || second === undefined || minute >= 60 || second >= 60)
    return undefined
  const size = whole + minute / 60 + second / 3600
  return sign === '-' || negative.includes(side) ? -size : size
}
