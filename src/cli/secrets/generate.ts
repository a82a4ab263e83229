import { newWord } from '../keys/tunnel-key.ts'
import type { NeededSecret } from '../../secrets/needed.ts'
import type { SecretRow } from './state.ts'

/** 24 letters and digits are 143 bits; a key of OSPF by MD5 has 16 bytes (RFC 2328, D.3), which are 95. */
const lengths = [24, 16] as const
const md5Bytes = 16

/**
 * New values for what is missing and ours to make. Throws, since it is our own bug, where no word fits every place of a
 * secret.
 */
export function generated(rows: readonly SecretRow[]): ReadonlyMap<string, string> {
  return new Map(rows.filter(isOurs).map(secret => [secret.name, valueFor(secret)]))
}

function isOurs({ state, maker }: SecretRow): boolean {
  return state === 'missing' && maker === 'us'
}

function valueFor({ name, encoders }: NeededSecret): string {
  for (const length of lengths) {
    if (/\/md5\//.test(name) && length > md5Bytes) continue
    const value = newWord(length)
    if (encoders.every(encode => takes(encode, value))) return value
  }
  throw new Error(`no word fits every place of the secret ${name}`)
}

function takes(encode: (value: string) => string, value: string): boolean {
  try {
    return encode(value) !== ''
  } catch {
    return false
  }
}
