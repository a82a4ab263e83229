import type { From } from '../../intent/intent.ts'
import type { PracticeId } from '../../intent/practice.ts'

/** How a dialect writes a resolved secret into its place. */
export type SecretEncoder = (value: string) => string

/** A secret in a line: on disk it reads `<secret:NAME>`; a deployment puts the encoded value there. */
export interface SecretPart {
  readonly secret: string
  readonly encode: SecretEncoder
}

/**
 * The public half of a router's tunnel key that nobody has made yet: reads `<public-key:ROUTER>`, and a deployment
 * refuses it.
 */
export interface MissingKeyPart {
  readonly missingKey: string
}

export type Part = string | SecretPart | MissingKeyPart

/** One line of a configuration, and why it is there: places in the inventory, or a practice. */
export interface Line {
  readonly parts: readonly Part[]
  readonly from: From
  readonly practice?: PracticeId
  /** It stops a load as long as secrets stand by name; no router holds it. */
  readonly isStop?: true
}

/** Text that has passed its dialect's quoting, or is known to need none. */
export class Quoted {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a line template. Plain strings must be bare words; free text has to come as `Quoted`. */
type Value = string | number | bigint | Quoted | SecretPart | MissingKeyPart

const bareWord = /^[A-Za-z0-9_.:/,+@%-]+$/

/**
 * Makes the lines of one origin: ``line(from)`add address=${prefix}` ``.
 * Throws, since it is our own bug, where a value is missing, is not a number, or is text that no dialect has quoted.
 */
export function line(
  from: From,
  practice?: PracticeId,
): (template: TemplateStringsArray, ...values: readonly Value[]) => Line {
  return (template, ...values) => {
    const parts: Part[] = []
    let text = template[0] ?? ''
    for (let i = 0; i < values.length; i++) {
      const part = partOf(values[i])
      if (typeof part === 'string') text += part + (template[i + 1] ?? '')
      else {
        parts.push(text, part)
        text = template[i + 1] ?? ''
      }
    }
    parts.push(text)
    return practice === undefined ? { parts, from } : { parts, from, practice }
  }
}

function partOf(value: Value | undefined): Part {
  if (typeof value === 'string') {
    if (!bareWord.test(value)) throw new Error(`not a bare word in a configuration line: ${JSON.stringify(value)}`)
    return value
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`not a number in a configuration line: ${value}`)
    return String(value)
  }
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Quoted) {
    if (/[\r\n]/.test(value.text)) throw new Error('line break in a configuration line')
    return value.text
  }
  if (value === undefined) throw new Error('missing value in a configuration line')
  return value
}

/** The line as it stands on disk: secrets by name. */
export function lineText(line: Line): string {
  const [only] = line.parts
  if (line.parts.length === 1 && typeof only === 'string') return only
  return line.parts
    .map(part =>
      typeof part === 'string'
        ? part
        : 'secret' in part
          ? `<secret:${part.secret}>`
          : `<public-key:${part.missingKey}>`,
    )
    .join('')
}
