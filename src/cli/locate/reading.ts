import type { Reading } from '../../analysis/otdr/reading.ts'
import { nearHint } from '../near.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'

const numbers = {
  reading: 'readingM',
  ior: 'ior',
  launch: 'launchM',
  helix: 'helixSetPercent',
  nm: 'wavelengthNm',
  pulse: 'pulseNs',
} as const
const words = ['route', 'from', ...Object.keys(numbers)]

/** `route=utara-3,from=core-1,reading=7677.6,ior=1.4675,launch=500` */
function parseReading(text: string): Reading | Refusal {
  const given = new Map<string, string>()
  for (const part of text.split(',')) {
    const [word = '', value = ''] = part.split('=').map(half => half.trim())
    if (!words.includes(word)) {
      const near = nearHint(word, words)
      return refuse(`--otdr: kata \`${word}\` tidak dikenal${near.id}`, `--otdr: unknown word \`${word}\`${near.en}`)
    }
    given.set(word, value.startsWith('route:') ? value.slice('route:'.length) : value)
  }
  const [route, from] = [given.get('route'), given.get('from')]
  if (route === undefined || from === undefined || !given.has('reading'))
    return refuse('--otdr perlu route=, from= dan reading=', '--otdr needs route=, from= and reading=')
  const values: Partial<Record<(typeof numbers)[keyof typeof numbers], number>> = {}
  for (const [word, key] of Object.entries(numbers)) {
    const text = given.get(word)
    if (text === undefined) continue
    const value = Number(text)
    if (text === '' || !Number.isFinite(value))
      return refuse(
        `--otdr: ${word}=${text} bukan angka (pakai titik desimal)`,
        `--otdr: ${word}=${text} is not a number`,
      )
    values[key] = value
  }
  return { route, from, readingM: 0, ...values }
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
