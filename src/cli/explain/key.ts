import { z } from 'zod'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { fileKinds, isFileKind, kindOfFile, type FileKindName } from '../../load/kinds.ts'
import { isOptional, meaningOf, scalarOf, unwrapped } from '../../load/schema-walk.ts'
import { scalarWords } from '../../load/words.ts'
import { snakeCase } from '../../source/source.ts'
import { nearest } from '../../text/nearest.ts'
import { own } from '../../text/own.ts'
import { jsonText } from '../../text/screen.ts'
import type { ExitCode } from '../command.ts'
import { nearHint } from '../near.ts'
import { nounOf } from '../../words/things.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'
import type { Wish } from './wish.ts'

/** A key of the model, at one of the places where it stands. */
export interface KnownKey {
  /** Kind, groups and the key, as files write them: `site.router.model`. */
  readonly path: string
  /** Undefined where nobody has written one. */
  readonly meaning: Bilingual | undefined
  readonly example: string
  readonly form: Bilingual | undefined
  readonly isRequired: boolean
}

/** Every key that a file of the inventory may have. */
export function knownKeys(): KnownKey[] {
  const kinds = Object.keys(fileKinds) as FileKindName[]
  return kinds.flatMap(kind => [...keysBelow(kindOfFile(kind).schema, kind)])
}

function* keysBelow(schema: z.core.$ZodType | undefined, path: string): Generator<KnownKey> {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodUnion) for (const option of inner.options) yield* keysBelow(option, path)
  if (inner instanceof z.ZodArray) yield* keysBelow(inner.element, path)
  if (inner instanceof z.ZodRecord) yield* keysBelow(inner.valueType, path)
  if (!(inner instanceof z.ZodObject)) return
  for (const [key, child] of Object.entries(inner.shape)) {
    const here = `${path}.${snakeCase(key)}`
    const meaning = meaningOf(inner, key)
    const form = own(scalarWords, scalarOf(unwrapped(child)) ?? '')
    yield { path: here, meaning, example: meaning?.example ?? '', form, isRequired: !isOptional(child) }
    yield* keysBelow(child, here)
  }
}

/** Prints what a key means, at every place where one of that name stands; of a kind of file, all its keys. */
export function explainKey(shell: Shell, asked: string, { json }: Wish): ExitCode | Refusal {
  const all = knownKeys()
  const found = keysCalled(all, asked)
  if (found.length === 0) return unknownKey(all, asked)
  const distinct = [...new Map(found.map(key => [key.path, key])).values()]
  if (json) shell.print(jsonText(distinct))
  else {
    const kind = isFileKind(asked) ? [kindText(asked, all, shell)] : []
    shell.print([...kind, ...distinct.map(key => text(key, shell))].join('\n'))
  }
  return 0
}

/** By its end; where none ends so, as people say it: `contract.price` of `provider.contracts.price`. */
function keysCalled(all: readonly KnownKey[], asked: string): readonly KnownKey[] {
  const exact = all.filter(({ path }) => path === asked || path.endsWith(`.${asked}`))
  if (exact.length > 0) return exact
  const said = `.${singular(asked)}`
  return all.filter(({ path }) => `.${singular(path)}`.endsWith(said))
}

function singular(path: string): string {
  return path
    .split('.')
    .map(step => step.replace(/s$/, ''))
    .join('.')
}

const mostNamed = 6

function unknownKey(all: readonly KnownKey[], asked: string): Refusal {
  const names = [...new Set(all.map(({ path }) => lastOf(path)))]
  const last = lastOf(asked)
  if (names.includes(last)) {
    const paths = [...new Set(all.map(({ path }) => path).filter(path => lastOf(path) === last))]
    const list = paths.slice(0, mostNamed).join(', ') + (paths.length > mostNamed ? ', …' : '')
    return refuse(`tidak ada kunci ${asked}; yang ada: ${list}`, `there is no key ${asked}; there are ${list}`)
  }
  // A word of the key, nearly: `bandwith` of `bandwidth_mbps`.
  const word = nearest(last, [...new Set(names.flatMap(name => name.split('_')))])
  const near = nearHint(last, names)
  const hint = near.en === '' && word !== undefined ? nearHint(word, names) : near
  return refuse(`tidak ada kunci atau berkas ${asked}${hint.id}`, `there is no key or file ${asked}${hint.en}`)
}

function lastOf(path: string): string {
  return path.split('.').at(-1) ?? path
}

/** What a file of this kind holds: each key of its own on a line, in the order of the model. */
function kindText(kind: FileKindName, all: readonly KnownKey[], { language, paint }: Shell): string {
  const own = all.filter(({ path }) => path.startsWith(`${kind}.`) && path.split('.').length === 2)
  const once = [...new Map(own.map(key => [key.path, key])).values()]
  const width = Math.max(...once.map(({ path }) => lastOf(path).length))
  const where = language === 'id' ? 'berkas di' : 'a file in'
  const lines = once.map(({ path, meaning, isRequired }) => {
    const sign = isRequired ? '*' : ' '
    return `  ${lastOf(path).padEnd(width)} ${sign} ${meaning?.[language] ?? ''}`
  })
  const legend = language === 'id' ? '  (* wajib)' : '  (* required)'
  return `${paint.strong(nounOf(kind)[language])}: ${where} ${fileKinds[kind].place}\n${lines.join('\n')}\n${legend}\n`
}

const need = {
  required: { id: 'wajib', en: 'required' },
  optional: { id: 'boleh tidak ada', en: 'may be absent' },
} as const satisfies Record<string, Bilingual>

function text({ path, meaning, example, form, isRequired }: KnownKey, { language, paint }: Shell): string {
  const lines = [
    `${paint.strong(path)} (${(isRequired ? need.required : need.optional)[language]})`,
    ...(meaning === undefined ? [] : [`  ${meaning[language]}`]),
    ...(form === undefined ? [] : [`  ${language === 'id' ? 'Bentuk' : 'Form'}: ${form[language]}`]),
    ...(example === '' ? [] : [`  ${language === 'id' ? 'Contoh' : 'Example'}: ${path.split('.').at(-1)}: ${example}`]),
  ]
  return `${lines.join('\n')}\n`
}
