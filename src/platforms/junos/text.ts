import { plainText } from '../text/ascii.ts'
import { Quoted } from '../text/line.ts'

/** Longest text that every description of Junos takes. */
const descriptionLength = 200

/**
 * A Junos string: in double quotes, plain ASCII, with quotes and backslashes behind a backslash. Throws on a line
 * break.
 */
export function quote(text: string): Quoted {
  return new Quoted(`"${escaped(plainText(text, descriptionLength))}"`)
}

/** Several lines of text as one string, each with its end. */
export function quoteLines(texts: readonly string[]): Quoted {
  return new Quoted(`"${texts.map(text => `${escaped(plainText(text, descriptionLength))}\\n`).join('')}"`)
}

/** Encodes a resolved secret for a place that is already inside double quotes. */
export function junosSecret(value: string): string {
  if (!/^[ -~]+$/.test(value)) throw new Error('a secret of Junos is printable ASCII')
  return escaped(value)
}

function escaped(text: string): string {
  return text.replace(/["\\]/g, sign => `\\${sign}`)
}

/** Words of a statement, each of them bare. */
export function words(...values: readonly (string | number)[]): Quoted {
  for (const value of values)
    if (!/^[A-Za-z0-9_.:/,@%*-]+$/.test(String(value)))
      throw new Error(`not a bare word in a Junos statement: ${JSON.stringify(value)}`)
  return new Quoted(values.join(' '))
}

/**
 * A name within the limit: one that is longer is cut, and told apart from its like by a number that follows from all of
 * it.
 */
export function bounded(name: string, limit: number): string {
  if (name.length <= limit) return name
  return `${name.slice(0, limit - 9)}-${fnv(name)}`
}

/** FNV-1a, 32 bits, as 8 hexadecimal digits. */
function fnv(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
