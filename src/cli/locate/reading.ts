import type { OfCore, OfRoute, Reading } from '../../analysis/otdr/reading.ts'
import { nearHint } from '../near.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { typedLength, typedNumber } from './typed-length.ts'

interface Figure {
  readonly key: 'readingM' | 'ior' | 'launchM' | 'helixSetPercent' | 'wavelengthNm' | 'pulseNs'
  readonly isLength?: true
  /** What an instrument, a glass or a lead can have; anything else is asked about. */
  readonly least: number
  readonly most: number
}

const figures: Readonly<Record<string, Figure>> = {
  reading: { key: 'readingM', isLength: true, least: 0.1, most: 200_000 },
  ior: { key: 'ior', least: 1.4, most: 1.55 },
  launch: { key: 'launchM', isLength: true, least: 0, most: 5000 },
  helix: { key: 'helixSetPercent', least: 0, most: 10 },
  nm: { key: 'wavelengthNm', least: 1260, most: 1675 },
  pulse: { key: 'pulseNs', least: 1, most: 100_000 },
}
const words = ['route', 'cable', 'core', 'from', ...Object.keys(figures)]

/**
 * `route=utara-3,from=core-1,reading=7677,6,ior=1.4675,launch=500 m`; with `cable=c-utara-1,core=7` a core that no
 * route lights.
 */
function parseReading(text: string): Reading | Refusal {
  const given = givenIn(text)
  if (isRefusal(given)) return given
  const line = lineIn(given)
  const from = given.get('from')
  if (isRefusal(line)) return line
  if (line === undefined || !from || !given.has('reading'))
    return refuse(
      '--otdr perlu route= (atau cable= dan core=), from= dan reading=',
      '--otdr needs route= (or cable= and core=), from= and reading=',
    )
  const values: Partial<Record<Figure['key'], number>> = {}
  for (const [word, figure] of Object.entries(figures)) {
    const typed = given.get(word)
    if (typed === undefined) continue
    const value = figureOf(word, typed, figure)
    if (isRefusal(value)) return value
    values[figure.key] = value
  }
  return { ...line, from, readingM: 0, ...values }
}

/** What was shot: a route, or a core as `cable=c-1,core=7` or `cable=c-1/7`; undefined where too little is given. */
function lineIn(given: ReadonlyMap<string, string>): OfRoute | OfCore | Refusal | undefined {
  const [route, typedCable = '', typedCore] = [given.get('route'), given.get('cable'), given.get('core')]
  if (route !== undefined && (typedCable !== '' || typedCore !== undefined))
    return refuse('--otdr: route= atau cable=, tidak keduanya', '--otdr: route= or cable=, not both')
  if (route !== undefined) return route === '' ? undefined : { route }
  const [cable = '', ...behind] = typedCable.replace(/^cable:/, '').split('/')
  const numbers = [...behind, ...(typedCore === undefined ? [] : [typedCore.replace(/^core:?\s*/i, '')])]
  if (cable === '' || numbers.length === 0) return undefined
  const [number = '', ...more] = new Set(numbers)
  if (more.length === 0 && /^[1-9]\d{0,3}$/.test(number)) return { cable, core: Number(number) }
  return refuse(
    `--otdr: core=${numbers.join(', ')}: satu nomor core, seperti core=7`,
    `--otdr: core=${numbers.join(', ')}: the number of one core, as core=7`,
  )
}

/** By word what stands behind it. A part without `=` is what follows a decimal comma. */
function givenIn(text: string): Map<string, string> | Refusal {
  const given = new Map<string, string>()
  for (const part of text.split(/,(?=[^,=]*=)/)) {
    const at = part.indexOf('=')
    const [word, value] = at < 0 ? [part.trim(), ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()]
    if (!words.includes(word)) {
      const near = nearHint(word, words)
      return refuse(`--otdr: kata \`${word}\` tidak dikenal${near.id}`, `--otdr: unknown word \`${word}\`${near.en}`)
    }
    if (given.has(word)) return refuse(`--otdr: ${word}= disebut dua kali`, `--otdr: ${word}= is given twice`)
    given.set(word, figures[word] === undefined ? named(value) : value)
  }
  return given
}

/** Ids have no capitals: whoever types one means the same. */
function named(value: string): string {
  return value.replace(/^route:/i, '').toLowerCase()
}

function figureOf(word: string, text: string, { isLength, least, most }: Figure): number | Refusal {
  const value = isLength === true ? typedLength(word, text) : typedNumber(text)
  if (isRefusal(value)) return value
  if (value === undefined)
    return refuse(`--otdr: ${word}=${text} bukan angka`, `--otdr: ${word}=${text} is not a number`)
  if (value >= least && value <= most) return value
  return refuse(
    `--otdr: ${word}=${text}: benarkah? yang masuk akal ${least} sampai ${most}`,
    `--otdr: ${word}=${text}: is that right? what can be is ${least} to ${most}`,
  )
}

export function parseReadings(texts: readonly string[]): readonly Reading[] | Refusal {
  if (texts.length > 2)
    return refuse('paling banyak dua bacaan --otdr, satu dari tiap ujung', 'two readings at most, one from each end')
  const readings: Reading[] = []
  for (const text of texts) {
    const reading = parseReading(text)
    if (isRefusal(reading)) return reading
    readings.push(reading)
  }
  return readings
}
