import type { Line, Part } from '../../platforms/text/line.ts'

/** What stands for every secret that is a short key or a password. */
export const throwAwayKey = 'kunci-uji-0001'
const throwAwayWireguardKey = 'QGxhYi1rZXktbm90LXNlY3JldC0wMDAwMDAwMDAwMDA='

/** The line with throw-away values of the right form in place of its secrets, for checkers and the lab. */
function resolvedText(line: Line): string {
  return line.parts.map(partText).join('')
}

export function fileText(lines: readonly Line[]): string {
  return lines.map(resolvedText).join('\n') + '\n'
}

function partText(part: Part): string {
  if (typeof part === 'string') return part
  if ('missingKey' in part) return throwAwayWireguardKey
  for (const value of [throwAwayKey, throwAwayWireguardKey]) {
    try {
      return part.encode(value)
    } catch {
      // Not of this form; the next one may be.
    }
  }
  throw new Error(`no throw-away value fits the secret ${part.secret}`)
}
