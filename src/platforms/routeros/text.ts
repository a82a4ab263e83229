import { Quoted, type Line } from '../text/line.ts'

/** A RouterOS string: in double quotes, with everything that its script language reads as a sign escaped. */
export function quote(text: string): Quoted {
  if (/\p{Cc}/u.test(text)) throw new Error(`control character in a RouterOS string: ${JSON.stringify(text)}`)
  return new Quoted(`"${escaped(text)}"`)
}

/** Several lines of text as one string. */
export function quoteLines(texts: readonly string[]): Quoted {
  return new Quoted(`"${texts.map(text => quote(text).text.slice(1, -1)).join('\\r\\n')}"`)
}

/** Encodes a resolved secret for a place that is already inside double quotes. */
export function routerosSecret(value: string): string {
  return escaped(value)
}

const needsNoEscape = /^[ !#%->@-[\]-~]*$/

/**
 * The text within double quotes: `\ " $ ?` behind a backslash, what is not printable ASCII as bytes of UTF-8 in
 * hexadecimal.
 */
function escaped(text: string): string {
  if (needsNoEscape.test(text)) return text
  let result = ''
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte)
    if (byte < 0x20 || byte > 0x7e) result += `\\${byte.toString(16).toUpperCase().padStart(2, '0')}`
    else result += '\\"$?'.includes(character) ? `\\${character}` : character
  }
  return result
}

/** ` key=value`, or nothing where there is no value. */
export function option(key: string, value: string | number | Quoted | undefined): Quoted {
  if (value === undefined) return new Quoted('')
  if (value instanceof Quoted) return new Quoted(` ${key}=${value.text}`)
  if (typeof value === 'number' ? !Number.isFinite(value) : !/^[A-Za-z0-9_.:/,+@%-]+$/.test(value))
    throw new Error(`not a bare word for ${key}: ${value}`)
  return new Quoted(` ${key}=${value}`)
}

/** `8h`, `30m`, `25s`: in the largest unit that needs no other. */
export function duration(seconds: number): string {
  const unit = units.find(each => seconds % each.seconds === 0) ?? { letter: 's', seconds: 1 }
  return `${seconds / unit.seconds}${unit.letter}`
}

const units = [
  { letter: 'h', seconds: 3600 },
  { letter: 'm', seconds: 60 },
] as const

/** The first line with the words of the second behind it. */
export function extended(start: Line, more: Line): Line {
  return { ...start, parts: [...start.parts, ...more.parts] }
}
