import type { Bilingual } from '../diagnostic/diagnostic.ts'

/** What was probably meant where a coordinate does not fit: a decimal comma, degrees with minutes, two numbers the other way round. */
export function coordinateAdvice(scalar: string | undefined, value: unknown): Bilingual | undefined {
  if (scalar === 'point') return pointAdvice(value)
  if (scalar !== 'latitude' && scalar !== 'longitude') return undefined
  if (typeof value === 'number') return swappedAdvice(scalar, value)
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

/** `[110,5928, -7,7120]` is four numbers to YAML; zeros behind a comma are lost by then, so that the two cannot be put together again. */
function pointAdvice(value: unknown): Bilingual | undefined {
  if (!Array.isArray(value) || value.length !== 4 || !value.every(part => Number.isInteger(part))) return undefined
  return {
    id: 'koma memisahkan nilai; pecahan ditulis dengan titik: [110.592800, -7.712010]',
    en: 'a comma separates values; write fractions with a point: [110.592800, -7.712010]',
  }
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
