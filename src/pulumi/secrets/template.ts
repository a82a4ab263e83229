import { encoderOf, quotedForms, type SecretForm } from './forms.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { unfitReason } from '../../secrets/fit.ts'
import { both } from '../words.ts'

/** A file as it stands in state: secrets by name, and how each is written, in order. */
export interface Template {
  readonly text: string
  readonly forms: readonly SecretForm[]
}

export interface Secrets {
  /** Value of a secret by name; undefined where the store has none. */
  readonly of: (name: string) => string | undefined
  readonly all: () => ReadonlyMap<string, string>
  /**
   * Where the value is not to be had: whether this is how it was written when it was deployed; undefined where nobody
   * knows.
   */
  readonly holds?: (place: SecretPlace, written: string) => boolean | undefined
}

/** Where a secret stands in a file, and how it is written there. */
export interface SecretPlace {
  readonly name: string
  readonly form: SecretForm
}

const reference = /<secret:([a-z0-9][a-z0-9/-]*)>/g

/** Names of its secrets, sorted. */
export function secretsIn({ text }: Template): string[] {
  return [...new Set([...text.matchAll(reference)].map(match => match[1] ?? ''))].sort()
}

/** The file with its secrets in place. Throws by name where one is missing or does not fit. */
export function resolved(template: Template, secrets: Secrets): string {
  const missing = secretsIn(template).filter(name => secrets.of(name) === undefined)
  if (missing.length > 0)
    throw new Error(
      both({
        id: `tidak ada di penyimpan rahasia: ${missing.join(', ')}; \`serat secrets\` mengatakan mana yang dapat dibuat`,
        en: `not in the secret store: ${missing.join(', ')}; \`serat secrets\` says which may be made`,
      }),
    )
  return written(partsOf(template), secrets) ?? ''
}

/** The file with those secrets in place that are to be had; others stay names. */
export function resolvedAsKnown(template: Template, secrets: Secrets): string {
  return partsOf(template)
    .map(part => (typeof part === 'string' ? part : (encoded(part, secrets) ?? `<secret:${part.name}>`)))
    .join('')
}

/**
 * Places of secrets with what is written there, where the value is to be had. Throws by name where one does not fit.
 */
export function writtenSecrets(template: Template, secrets: Secrets): Written[] {
  return partsOf(template).flatMap(place => {
    if (typeof place === 'string') return []
    const written = encoded(place, secrets)
    return written === undefined ? [] : [{ place, written }]
  })
}

/**
 * A live file with its secrets back by name, so that it can be shown and kept in state. What stands in the place of a
 * secret and is not its value reads `<secret:NAME, nilai lain / another value>`; words that look like a secret in lines
 * that nobody wrote here read `<hidden>`.
 */
export function masked(template: Template, live: string, secrets: Secrets): string {
  if (!template.text.includes('<secret:') && !sensitive.test(live)) return live
  if (written(partsOf(template), secrets) === live) return template.text
  const wanted = linesOf(template, secrets)
  const byText = new Map(wanted.flatMap(line => (line.resolved === undefined ? [] : [[line.resolved, line] as const])))
  const secretLines = wanted.filter(({ parts }) => parts.length > 1)
  const lines = live.split('\n')
  const read = lines.map((text, i) => {
    const own = wanted[i]
    const same = own?.resolved === text ? own : byText.get(text)
    return same?.text ?? readBy([...(own === undefined ? [] : [own]), ...secretLines], text, secrets)
  })
  const values = knownValues(secrets, lines, secretLines)
  return lines.map((text, i) => read[i] ?? hidden(text, values)).join('\n')
}

/**
 * A live line by the first of these that fits it, best with its own values in its places; undefined where none fits.
 */
export function readBy(candidates: readonly TemplateLine[], live: string, secrets: Secrets): string | undefined {
  const fitting = candidates.flatMap(({ text, parts }) => {
    const places = placesIn(parts, live)
    if (places === undefined) return []
    const others = places.filter(({ place, written }) => isHeld(place, written, secrets) === false)
    return [{ text, others: new Set(others.map(({ place }) => place.name)) }]
  })
  const best = fitting.find(({ others }) => others.size === 0) ?? fitting[0]
  return best?.text.replaceAll(reference, (whole, name: string) =>
    best.others.has(name) ? `<secret:${name}, ${both(otherValue)}>` : whole,
  )
}

/** Whether this stands there; undefined where neither the value nor a digest of it is to be had. */
function isHeld(place: SecretPlace, written: string, secrets: Secrets): boolean | undefined {
  const own = encoded(place, secrets)
  return own === undefined ? secrets.holds?.(place, written) : own === written
}

/** What a template says of its secrets' places, as parts of its lines. */
export interface TemplateLine {
  readonly text: string
  readonly parts: readonly (string | SecretPlace)[]
  /** Undefined where a secret is not to be had here. */
  readonly resolved: string | undefined
}

function partsOf({ text, forms }: Template): (string | SecretPlace)[] {
  const parts: (string | SecretPlace)[] = []
  let start = 0
  let place = 0
  for (const match of text.matchAll(reference)) {
    const form = forms[place++]
    if (form === undefined) throw new Error(`no form for secret ${match[1]}`)
    parts.push(text.slice(start, match.index), { name: match[1] ?? '', form })
    start = match.index + match[0].length
  }
  parts.push(text.slice(start))
  return parts
}

export function linesOf({ text, forms }: Template, secrets: Secrets): TemplateLine[] {
  let place = 0
  return text.split('\n').map(line => {
    if (!line.includes('<secret:')) return { text: line, parts: [line], resolved: line }
    const count = [...line.matchAll(reference)].length
    const parts = partsOf({ text: line, forms: forms.slice(place, place + count) })
    place += count
    return { text: line, parts, resolved: written(parts, secrets) }
  })
}

/** Undefined where a secret is not to be had here. */
function written(parts: readonly (string | SecretPlace)[], secrets: Secrets): string | undefined {
  const words = parts.map(part => (typeof part === 'string' ? part : encoded(part, secrets)))
  return words.includes(undefined) ? undefined : words.join('')
}

function encoded({ name, form }: SecretPlace, secrets: Secrets): string | undefined {
  const value = secrets.of(name)
  if (value === undefined) return undefined
  const encode = encoderOf(name, form)
  const reason = unfitReason(value, [encode])
  if (reason !== undefined) throw new Error(`${name}: ${both(reason)}`)
  return encode(value)
}

interface Written {
  readonly place: SecretPlace
  readonly written: string
}

/**
 * What stands in the places of a line whose other words are all there; undefined where they are not, or it has no
 * secret.
 */
function placesIn(parts: readonly (string | SecretPlace)[], live: string): Written[] | undefined {
  const [first, last] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || typeof first !== 'string' || typeof last !== 'string') return undefined
  if (!live.startsWith(first) || !live.endsWith(last) || live.length < first.length + last.length) return undefined
  const found: Written[] = []
  let from = first.length
  for (let i = 1; i < parts.length - 1; i += 2) {
    const [place, next] = [parts[i], parts[i + 1]]
    if (typeof place !== 'object' || typeof next !== 'string') return undefined
    const end = i + 2 === parts.length ? live.length - last.length : live.indexOf(next, from)
    if (end < from) return undefined
    found.push({ place, written: live.slice(from, end) })
    from = end + next.length
  }
  return found
}

interface KnownValue {
  readonly value: string
  readonly name: string
}

/**
 * As given, as quoted and as they stand here in their places; longest first, so that no value is cut by one that is
 * part of it.
 */
export function knownValues(
  secrets: Secrets,
  lines: readonly string[],
  secretLines: readonly TemplateLine[],
): readonly KnownValue[] {
  const given = [...secrets.all()].flatMap(([name, value]) =>
    [...new Set([value, ...quotedForms.map(form => encoderOf(name, form)(value))])].map(written => ({
      value: written,
      name,
    })),
  )
  const standing = lines.flatMap(text =>
    secretLines.flatMap(({ parts }) =>
      (placesIn(parts, text) ?? []).map(({ place, written }) => ({ value: written, name: place.name })),
    ),
  )
  return [...given, ...standing.filter(({ value }) => value.length >= fewestHidden)]
    .filter(({ value }) => value !== '')
    .sort((a, b) => b.value.length - a.value.length)
}

/** A shorter word that stands in a secret's place is too common to be taken out of every other line. */
const fewestHidden = 6

/** Words of all dialects that a secret follows. */
const sensitive =
  /((?:^|[\s;,_-])(?:md5|key|auth-key|tcp-md5-key|private-key|privatekey|preshared-?key|password|passphrase|secret|community|authentication-password|encryption-password|key-string|plain-text-password-value|ascii-text|hmac-sha-\d+ key)(?:\s*=\s*|\s+))("(?:[^"\\]|\\.)*"|\S+)/gi

const otherValue: Bilingual = { id: 'nilai lain', en: 'another value' }
const outOfPlace: Bilingual = { id: 'salah tempat', en: 'out of place' }

/** A line that nobody wrote here, without what looks like a secret or is one. */
export function hidden(text: string, values: readonly KnownValue[]): string {
  const named = values.reduce(
    (line, { value, name }) => line.replaceAll(value, `<secret:${name}, ${both(outOfPlace)}>`),
    text,
  )
  return named.replaceAll(sensitive, (whole, words: string, value: string) =>
    value.startsWith('<') || /^"<[^"]*>"$/.test(value) ? whole : `${words}<hidden>`,
  )
}
