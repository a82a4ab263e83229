import { z } from 'zod'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { fileKinds, kindOfFile, type FileKindName } from '../../load/kinds.ts'
import { isOptional, meaningOf, scalarOf, unwrapped } from '../../load/schema-walk.ts'
import { scalarWords } from '../../load/words.ts'
import { snakeCase } from '../../source/source.ts'
import { own } from '../../text/own.ts'
import { jsonText } from '../../text/screen.ts'
import type { ExitCode } from '../command.ts'
import { nearHint } from '../near.ts'
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

/** Prints what a key means, at every place where one of that name stands. */
export function explainKey(shell: Shell, asked: string, { json }: Wish): ExitCode | Refusal {
  const all = knownKeys()
  const found = all.filter(({ path }) => path === asked || path.endsWith(`.${asked}`))
  if (found.length === 0) {
    const last = asked.split('.').at(-1) ?? asked
    const near = nearHint(last, [...new Set(all.map(({ path }) => path.split('.').at(-1) ?? ''))])
    return refuse(`tidak ada kunci atau berkas ${asked}${near.id}`, `there is no key or file ${asked}${near.en}`)
  }
  const distinct = [...new Map(found.map(key => [key.path, key])).values()]
  shell.print(json ? jsonText(distinct) : distinct.map(key => text(key, shell)).join('\n'))
  return 0
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
