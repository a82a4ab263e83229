import { createHash } from 'node:crypto'
import type { Line, Part } from '../../platforms/text/line.ts'

/**
 * What stands for a secret that is a short key or a password: of every name another, so that two ends agree only where
 * they name the same one.
 */
export function throwAwayKey(secret: string): string {
  return `uji-${digest(secret).toString('hex').slice(0, 10)}`
}

function throwAwayWireguardKey(name: string): string {
  return digest(name).toString('base64')
}

function digest(name: string): Buffer {
  return createHash('sha256').update(`lab ${name}`).digest()
}

/** The line with throw-away values of the right form in place of its secrets, for checkers and the lab. */
function resolvedText(line: Line): string {
  return line.parts.map(partText).join('')
}

export function fileText(lines: readonly Line[]): string {
  return lines.map(resolvedText).join('\n') + '\n'
}

function partText(part: Part): string {
  if (typeof part === 'string') return part
  if ('missingKey' in part) return throwAwayWireguardKey(part.missingKey)
  for (const value of [throwAwayKey(part.secret), throwAwayWireguardKey(part.secret)]) {
    try {
      return part.encode(value)
    } catch {
      // Not of this form; the next one may be.
    }
  }
  throw new Error(`no throw-away value fits the secret ${part.secret}`)
}
