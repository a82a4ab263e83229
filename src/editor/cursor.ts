import { scalarsIn } from '../source/scalars.ts'
import type { Source, Step } from '../source/source.ts'

/**
 * Where somebody types: the steps to the word that will stand there, the word so far, and what of the text it takes the
 * place of.
 */
export interface Cursor {
  /** To the value; for a key, to the map that will hold it. */
  readonly path: readonly Step[]
  readonly wants: 'key' | 'value'
  readonly typed: string
  readonly from: number
  readonly to: number
  /** The text with a word of ours at the cursor, which parses where the file itself may not yet. */
  readonly source: Source
}

const word = 'zz-cursor-zz'
const inWord = /[\p{L}\p{N}_./:+-]/u

/**
 * A file is rarely whole while it is typed. So a word is put where the cursor is, as a value and then as a key, and
 * where the rest of the file is broken too, what follows the line is left out: the first text that parses tells the
 * steps.
 */
export function cursorAt({ path, text }: Source, offset: number): Cursor | undefined {
  const [from, to] = wordAround(text, offset)
  const lineEnd = text.indexOf('\n', to)
  const [before, after, rest] = [text.slice(0, from), text.slice(to), text.slice(to, lineEnd < 0 ? undefined : lineEnd)]
  const isKeyTyped = /^\s*:(\s|$)/.test(after)
  const attempts = [
    ...(isKeyTyped ? [] : [`${before}${word}${after}`, `${before}${word}: 0${after}`]),
    `${before}${word}${after.replace(/^\s*:/, ':')}`,
    `${before}${word}${rest}`,
    `${before}${word}: 0${rest}`,
  ]
  for (const attempt of attempts) {
    const source = { path, text: attempt }
    const found = scalarsIn(source).find(scalar => scalar.text === word)
    if (found === undefined) continue
    const typed = text.slice(from, to)
    return found.isKey
      ? { path: found.path.slice(0, -1), wants: 'key', typed, from, to, source }
      : { path: found.path, wants: 'value', typed, from, to, source }
  }
  return undefined
}

function wordAround(text: string, offset: number): readonly [number, number] {
  let [from, to] = [offset, offset]
  while (from > 0 && inWord.test(text[from - 1] ?? '')) from--
  while (to < text.length && inWord.test(text[to] ?? '') && text[to] !== ':') to++
  return [from, to]
}
