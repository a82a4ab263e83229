import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { hashOf } from '../route.ts'

/** How the reader wants it said. */
interface Reader {
  readonly language: Language
  /** Of something that is said in both languages. */
  readonly say: (words: Bilingual) => string
  /** An address inside the page, which keeps the language. */
  readonly to: (view: string, id?: string, query?: Readonly<Record<string, string | undefined>>) => string
}

export function readerOf(language: Language): Reader {
  return {
    language,
    say: words => words[language],
    to: (view, id, query) => hashOf(view, id, query, language),
  }
}

export const ReaderContext = createContext<Reader>(readerOf('id'))

export function useReader(): Reader {
  return useContext(ReaderContext)
}
