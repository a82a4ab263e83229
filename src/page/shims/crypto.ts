import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'

/**
 * What the compiler asks of `node:crypto`, for a browser: its hashes must be there at once, which those of browsers are
 * not.
 */

const algorithms = { sha1, sha256 } as const
type Algorithm = keyof typeof algorithms
type Encoding = 'hex' | 'base64'

const utf8 = new TextEncoder()

export function hash(algorithm: Algorithm, data: string | Uint8Array, encoding: Encoding = 'hex'): string {
  return encoded(algorithms[algorithm](bytesOf(data)), encoding)
}

interface Hash {
  readonly update: (data: string | Uint8Array) => Hash
  readonly digest: (encoding: Encoding) => string
}

export function createHash(algorithm: Algorithm): Hash {
  const state = algorithms[algorithm].create()
  const made: Hash = {
    update: data => {
      state.update(bytesOf(data))
      return made
    },
    digest: encoding => encoded(state.digest(), encoding),
  }
  return made
}

function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? utf8.encode(data) : data
}

function encoded(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'base64') return btoa(String.fromCharCode(...bytes))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
