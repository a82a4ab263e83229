import type { z } from 'zod'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { fileReason } from '../words/file-errors.ts'

/** Both languages in one line, Indonesian first: what reaches the engine's output is read by either. */
export function both({ id, en }: Bilingual): string {
  return id === en ? en : `${id} / ${en}`
}

/** How what runs differs from what is declared: notes behind the text that a preview compares. */
export const driftWords: Readonly<Record<'missing' | 'undeclared' | 'other' | 'order', Bilingual>> = {
  missing: { id: 'dideklarasikan, tetapi tidak berjalan', en: 'is declared and does not run' },
  undeclared: { id: 'berjalan, tetapi tidak dideklarasikan', en: 'runs and is not declared' },
  other: { id: 'lain isinya', en: 'is another' },
  order: { id: 'lain urutannya', en: 'stands in another order' },
}

/** What a router, a program or a library says: in its own words, whatever the language. */
export function verbatim(text: string): Bilingual {
  return { id: text, en: text }
}

/**
 * What is wrong with a setting or an input, in our words, without the value: those of the validator reach nobody. It
 * needs `reportInput`.
 */
export function formFault(issue: z.core.$ZodIssue): string {
  return both(formWords(issue))
}

function formWords(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ')
      return { id: `kunci tidak dikenal: ${keys}`, en: `unknown: ${keys}` }
    }
    case 'invalid_type':
      return issue.input === undefined
        ? {
            id: `wajib diisi: ${expectedWords(issue.expected).id}`,
            en: `required: ${expectedWords(issue.expected).en}`,
          }
        : { id: `harus ${expectedWords(issue.expected).id}`, en: `must be ${expectedWords(issue.expected).en}` }
    case 'invalid_value': {
      const choices = issue.values.map(String).join(', ')
      return { id: `pilih salah satu: ${choices}`, en: `choose one of: ${choices}` }
    }
    case 'too_small':
      return { id: `paling sedikit ${String(issue.minimum)}`, en: `at least ${String(issue.minimum)}` }
    case 'too_big':
      return { id: `paling banyak ${String(issue.maximum)}`, en: `at most ${String(issue.maximum)}` }
    case 'custom':
      return { id: 'harus jalur mutlak, diawali /', en: 'must be an absolute path' }
    default:
      return { id: 'bentuknya tidak dapat dipakai di sini', en: 'it has a form that cannot stand here' }
  }
}

const expectations: Readonly<Record<string, Bilingual>> = {
  string: { id: 'teks', en: 'text' },
  number: { id: 'bilangan', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  object: { id: 'sekelompok kunci', en: 'a group of keys' },
  record: { id: 'sekelompok kunci', en: 'a group of keys' },
  array: { id: 'daftar', en: 'a list' },
  boolean: { id: 'true atau false', en: 'true or false' },
}

function expectedWords(expected: string): Bilingual {
  return (
    (Object.hasOwn(expectations, expected) ? expectations[expected] : undefined) ?? {
      id: 'nilai berbentuk lain',
      en: 'a value of another form',
    }
  )
}

/** An error in words: what the file system or the system refused in ours, everything else as it was thrown. */
export function errorReason(error: unknown): Bilingual {
  const { path, why } = refusedIn(error)
  return { id: path + why.id, en: path + why.en }
}

/** The same in one line. */
export function errorWords(error: unknown): string {
  const { path, why } = refusedIn(error)
  return path + both(why)
}

function refusedIn(error: unknown): { readonly path: string; readonly why: Bilingual } {
  if (!(error instanceof Error)) return { path: '', why: verbatim(String(error)) }
  if (!('syscall' in error) || !('code' in error)) return { path: '', why: verbatim(error.message) }
  return { path: 'path' in error ? `${String(error.path)}: ` : '', why: fileReason(String(error.code)) }
}
