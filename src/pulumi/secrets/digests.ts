import { createHmac } from 'node:crypto'
import { writtenSecrets, type SecretPlace, type Secrets, type Template } from './template.ts'

/**
 * Digests of secrets as they were deployed, by name and form: what the state remembers of them. Without the key they
 * say nothing.
 */
type Digests = Readonly<Record<string, string>>

/** Digests of what these files hold; none without a key. */
export function digestsOf(files: Iterable<Template>, secrets: Secrets, key: string | undefined): Digests | undefined {
  if (key === undefined) return undefined
  const written = [...files].flatMap(template => writtenSecrets(template, secrets))
  return written.length === 0
    ? undefined
    : Object.fromEntries(written.map(each => [placeKey(each.place), digest(key, each.place, each.written)]))
}

interface Memory {
  readonly digests: Digests | undefined
  readonly key: string | undefined
  /** Hears of each secret that nobody can compare here. */
  readonly unknown: (name: string) => void
}

/** Secrets of which those that are not to be had are held against their digests. */
export function remembered(secrets: Secrets, { digests = {}, key, unknown }: Memory): Secrets {
  return {
    ...secrets,
    holds(place, written) {
      const was = Object.hasOwn(digests, placeKey(place)) ? digests[placeKey(place)] : undefined
      // Under another key nothing can be said of it.
      if (key !== undefined && was?.startsWith(keyName(key)) === true) return was === digest(key, place, written)
      unknown(place.name)
      return undefined
    },
  }
}

function placeKey({ name, form }: SecretPlace): string {
  return `${name} ${form}`
}

function digest(key: string, place: SecretPlace, written: string): string {
  return keyName(key) + hmac(key, `${placeKey(place)}\n${written}`)
}

/** By which key a digest was made. */
function keyName(key: string): string {
  return `${hmac(key, 'serat').slice(0, 8)}.`
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}
