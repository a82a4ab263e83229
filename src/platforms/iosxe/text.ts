import { itemAt } from '../../text/item-at.ts'
import type { SecretReference } from '../../intent/intent.ts'
import { plainText } from '../text/ascii.ts'
import { line, Quoted, type Line, type SecretPart } from '../text/line.ts'

/** Longest name of a class map, policy map, zone and access list that every release takes. */
const nameLength = 40

/** Free text up to the end of a line: IOS XE knows no quoting, and a question mark, where pasted, calls for help. */
export function iosText(text: string, limit = 200): Quoted {
  return new Quoted(plainText(text.replaceAll('?', '.'), limit))
}

/** Text between two signs that do not occur in it, as a banner wants it. */
export function iosBanner(texts: readonly string[]): { readonly delimiter: Quoted; readonly texts: readonly Quoted[] } {
  const plain = texts.map(text => iosText(text).text)
  const free = [...'#~%@&$*+='].find(sign => plain.every(text => !text.includes(sign)))
  if (free !== undefined) return { delimiter: new Quoted(free), texts: plain.map(text => new Quoted(text)) }
  return { delimiter: new Quoted('#'), texts: plain.map(text => new Quoted(text.replaceAll('#', ' '))) }
}

/**
 * A secret as one word of at most `bytes` characters; a deployment refuses what IOS XE would cut, split or take for
 * something else.
 */
export function iosSecret({ secret }: SecretReference, bytes: number): SecretPart {
  return { secret, encode: value => wordOf(secret, value, bytes) }
}

function wordOf(name: string, value: string, bytes: number): string {
  if (!/^[!-~]{2,}$/.test(value) || value.includes('?'))
    throw new Error(
      `secret ${name}: IOS XE takes printable ASCII without blanks and question marks only, of two signs at least`,
    )
  if (value.length > bytes) throw new Error(`secret ${name}: IOS XE takes at most ${bytes} bytes here`)
  return value
}

/**
 * A name within the limit: one that is longer is cut, and told apart from its like by a number that follows from all of
 * it.
 */
export function iosName(name: string, limit = nameLength): string {
  if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(name)) throw new Error(`not a name in IOS XE: ${JSON.stringify(name)}`)
  return name.length <= limit ? name : `${name.slice(0, limit - 8)}-${numberOf(name)}`
}

/** FNV-1a, 32 bits, in base 36. */
function numberOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(36).padStart(7, '0')
}

/** Lines closed by a bare sign, which sets a longer section apart for the eye. */
export function closed(lines: readonly Line[]): Line[] {
  return lines.length < 24 ? [...lines] : [...lines, line([], 'structure')`!`]
}

/** A line and what stands indented below it. */
export function block(head: Line, children: readonly Line[]): Line[] {
  return [
    head,
    ...children.map(child => ({ ...child, parts: [` ${itemAt(child.parts, 0)}`, ...child.parts.slice(1)] })),
  ]
}

/** The first line with the words of the second behind it. */
export function joined(start: Line, more: Line): Line {
  return { ...start, parts: [...start.parts, ...more.parts] }
}
