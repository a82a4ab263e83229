import type { Bilingual } from '../diagnostic/diagnostic.ts'

/**
 * The messages of one language, to be read from top to bottom: a sentence, or a function of the facts without which it
 * cannot be said. Two such tables of one type, `indonesian` and `english`, are bound by `bilingual`.
 */
type Catalogue = Readonly<Record<string, string | ((facts: never) => string)>>

/** Facts of a message: names, lists and figures as they are read. */
export type Texts<Name extends string> = Readonly<Record<Name, string>>
/** Facts that are counted. */
export type Numbers<Name extends string> = Readonly<Record<Name, number>>

/** A catalogue in both languages: `messages.unknownKey({ key })`. */
type BothLanguages<Messages> = {
  readonly [Name in keyof Messages]: Messages[Name] extends (facts: infer Facts) => string
    ? (facts: Facts) => Bilingual
    : Bilingual
}

export function bilingual<Messages extends Catalogue>(id: Messages, en: Messages): BothLanguages<Messages> {
  const names = Object.keys(en) as (keyof Messages & string)[]
  return Object.fromEntries(names.map(name => [name, bound(id[name], en[name])])) as BothLanguages<Messages>
}

type Message = Catalogue[string] | undefined

function bound(id: Message, en: Message): Bilingual | ((facts: never) => Bilingual) {
  if (typeof id === 'function' && typeof en === 'function') return facts => ({ id: id(facts), en: en(facts) })
  return { id: String(id), en: String(en) }
}

/** A sentence whose facts are texts of the reader's own language. */
export function inEach(say: (language: keyof Bilingual) => Bilingual): Bilingual {
  return { id: say('id').id, en: say('en').en }
}
