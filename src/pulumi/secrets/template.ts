import { encoderOf, quotedForms, type SecretForm } from './forms.ts'

/** A file as it stands in state: secrets by name, and how each is written, in order. */
export interface Template {
  readonly text: string
  readonly forms: readonly SecretForm[]
}

export interface Secrets {
  /** Value of a secret by name; undefined where the store has none. */
  readonly of: (name: string) => string | undefined
  readonly all: () => ReadonlyMap<string, string>
}

const reference = /<secret:([a-z0-9][a-z0-9/-]*)>/g

function namesIn({ text }: Template): string[] {
  return [...new Set([...text.matchAll(reference)].map(match => match[1] ?? ''))].sort()
}

/** The file with its secrets in place. Throws by name where one is missing or does not fit. */
export function resolved(template: Template, secrets: Secrets): string {
  const missing = namesIn(template).filter(name => secrets.of(name) === undefined)
  if (missing.length > 0) throw new Error(`not in the secret store: ${missing.join(', ')}`)
  return written(partsOf(template), secrets) ?? ''
}

/**
 * A live file with its secrets back by name, so that it can be shown and kept in state. What stands in the place of a secret and is not its
 * value reads `<secret:NAME, another value>`; words that look like a secret in lines that nobody wrote here read `<hidden>`.
 */
export function masked(template: Template, live: string, secrets: Secrets): string {
  if (!template.text.includes('<secret:') && !sensitive.test(live)) return live
  if (written(partsOf(template), secrets) === live) return template.text
  const wanted = linesOf(template, secrets)
  const byText = new Map(wanted.flatMap(line => (line.resolved === undefined ? [] : [[line.resolved, line] as const])))
  const secretLines = wanted.filter(({ parts }) => parts.length > 1)
  const values = knownValues(secrets)
  return live
    .split('\n')
    .map((text, i) => {
      const same = wanted[i]?.resolved === text ? wanted[i] : byText.get(text)
      if (same !== undefined) return same.text
      const alike =
        wanted[i] !== undefined && fits(wanted[i], text) ? wanted[i] : secretLines.find(line => fits(line, text))
      if (alike !== undefined)
        return alike.resolved === undefined
          ? alike.text
          : alike.text.replaceAll(reference, '<secret:$1, another value>')
      return hidden(text, values)
    })
    .join('\n')
}

interface SecretPlace {
  readonly name: string
  readonly form: SecretForm
}

interface TemplateLine {
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

function linesOf({ text, forms }: Template, secrets: Secrets): TemplateLine[] {
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
  return value === undefined ? undefined : encoderOf(name, form)(value)
}

/** The words around the secrets are there, whatever stands in their places. */
function fits({ parts }: TemplateLine, text: string): boolean {
  if (parts.length < 2) return false
  const first = parts[0] as string
  const last = parts.at(-1) as string
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false
  let from = first.length
  for (const part of parts.slice(1, -1)) {
    if (typeof part !== 'string') continue
    const found = text.indexOf(part, from)
    if (found < 0) return false
    from = found + part.length
  }
  return true
}

/** As given and as quoted; longest first, so that no value is cut by one that is part of it. */
function knownValues(secrets: Secrets): { readonly value: string; readonly name: string }[] {
  const values = [...secrets.all()].flatMap(([name, value]) =>
    [...new Set([value, ...quotedForms.map(form => encoderOf(name, form)(value))])].map(written => ({
      value: written,
      name,
    })),
  )
  return values.filter(({ value }) => value !== '').sort((a, b) => b.value.length - a.value.length)
}

/** Words of all dialects that a secret follows. */
const sensitive =
  /((?:^|[\s;,_-])(?:md5|key|auth-key|tcp-md5-key|private-key|privatekey|preshared-?key|password|passphrase|secret|community|authentication-password|encryption-password|key-string|plain-text-password-value|ascii-text|hmac-sha-\d+ key)(?:\s*=\s*|\s+))("(?:[^"\\]|\\.)*"|\S+)/gi

function hidden(text: string, values: readonly { readonly value: string; readonly name: string }[]): string {
  const named = values.reduce((line, { value, name }) => line.replaceAll(value, `<secret:${name}, out of place>`), text)
  return named.replaceAll(sensitive, (whole, words: string, value: string) =>
    value.startsWith('<') || /^"<[^"]*>"$/.test(value) ? whole : `${words}<hidden>`,
  )
}
