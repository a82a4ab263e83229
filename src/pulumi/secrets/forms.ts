import { frrKey } from '../../platforms/linux/text/frr.ts'
import type { SecretEncoder, SecretPart } from '../../platforms/text/line.ts'
import { junosSecret } from '../../platforms/junos/text.ts'
import { wireguardKey } from '../../platforms/linux/text/networkd.ts'
import { routerosSecret } from '../../platforms/routeros/text.ts'

/**
 * How a secret is written at one place, by name, since the engine carries words and no functions: `routeros`, `junos`,
 * `wireguard`, or `frr:16` for one word of FRR of at most 16 bytes.
 */
export type SecretForm = string

const quoting: Readonly<Record<string, SecretEncoder>> = { routeros: routerosSecret, junos: junosSecret }
/** Forms that take any value. */
export const quotedForms: readonly SecretForm[] = ['routeros']
const mostFrrBytes = 1024

/** Throws, since it is our own bug, for an encoder that no deployment knows. */
export function formOf(part: SecretPart): SecretForm {
  const named = Object.keys(quoting).find(name => quoting[name] === part.encode)
  if (named !== undefined) return named
  if (accepts(part.encode, `${'A'.repeat(43)}=`) && !accepts(part.encode, 'A')) return 'wireguard'
  const bytes = accepts(part.encode, 'A') && !accepts(part.encode, 'A A') ? longestWord(part.encode) : 0
  if (bytes > 0) return `frr:${bytes}`
  throw new Error(`no deployment knows how the secret ${part.secret} is written`)
}

/**
 * Encodes a value for one place; throws with the secret's name, and never its value, where the place cannot take it.
 */
export function encoderOf(name: string, form: SecretForm): SecretEncoder {
  const simple = quoting[form]
  if (simple !== undefined) return simple
  if (form === 'wireguard') return wireguardKey({ secret: name }).encode
  const bytes = /^frr:(\d+)$/.exec(form)?.[1]
  if (bytes === undefined) throw new Error(`secret ${name}: unknown form ${form}`)
  return frrKey({ secret: name }, Number(bytes)).encode
}

function longestWord(encode: SecretEncoder): number {
  let fits = 1
  let fails = mostFrrBytes + 1
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2)
    if (accepts(encode, 'A'.repeat(middle))) fits = middle
    else fails = middle
  }
  return fits
}

function accepts(encode: SecretEncoder, value: string): boolean {
  try {
    return encode(value) !== ''
  } catch {
    return false
  }
}
