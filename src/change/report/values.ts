import { snakeCase } from '../../source/source.ts'
import type { Sides } from '../parts.ts'

const longest = 60
/** Of what both sides begin with, so much stands before the difference where a value is cut. */
const context = 16

/**
 * Two values of a field, each in one short line; what is too long is cut where both still say the same, never where
 * they differ.
 */
export function shortTexts({ before, after }: Sides<string>): Sides<string> {
  const [old, now] = [[...before], [...after]]
  if (Math.max(old.length, now.length) <= longest) return { before, after }
  const same = now.findIndex((letter, i) => letter !== old[i])
  const begin = Math.max((same < 0 ? now.length : same) - context, 0)
  return { before: clipped(old, begin), after: clipped(now, begin) }
}

function clipped(letters: readonly string[], wanted: number): string {
  const begin = letters.length <= longest ? 0 : wanted
  const shown = letters.slice(begin, begin + longest - 1)
  const isCut = begin + shown.length < letters.length
  return [...(begin > 0 ? ['…'] : []), ...shown, ...(isCut ? ['…'] : [])].join('')
}

/** A value as somebody would say it: lists and entries in one line, keys as files spell them. */
export function plainText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .map(([key, own]) => `${snakeCase(key)}: ${plainText(own)}`)
    .join(', ')}}`
}
