import { underlined } from '../../diagnostic/pretty.ts'
import { shown } from '../../text/screen.ts'
import { spotJson, spotOf } from '../../diagnostic/spot.ts'
import { practices, type PracticeId } from '../../intent/practice.ts'
import type { Place } from '../../source/source.ts'
import type { Shell } from '../shell/shell.ts'

/** A line of an output and where it comes from; a file that is no configuration is explained whole. */
export interface Explained {
  readonly file: string
  readonly line: number | undefined
  readonly text: string | undefined
  readonly from: readonly Place[]
  readonly practice: PracticeId | undefined
  /** Inventory files, for a file that has no lines of its own. */
  readonly sources: readonly string[] | undefined
  readonly base: string
}

export function lineJson({ file, line, text, from, practice, sources, base }: Explained): object {
  return {
    file,
    ...(line === undefined
      ? {}
      : {
          line,
          text,
          from: from.map(place => spotJson(place, base)),
          practice: practice === undefined ? null : { id: practice, reason: practices[practice] },
        }),
    ...(sources === undefined ? {} : { sources: sources.map(path => (base === '' ? path : `${base}/${path}`)) }),
  }
}

export function linePretty(explained: Explained, shell: Shell): string {
  const { file, line, text, from, practice, sources, base } = explained
  const { paint, language } = shell
  if (sources !== undefined) return wholeFile(explained, shell)
  const blocks = from.map(place => placeBlock(place, base, shell))
  const reason =
    practice === undefined
      ? ''
      : `  ${paint.note(language === 'id' ? 'praktik' : 'practice')} ${practice}: ${practices[practice][language]}\n`
  return `${paint.strong(`${shown(file)}:${line}`)}\n  ${shown(text ?? '')}\n` + blocks.join('') + reason
}

export function placeBlock(place: Place, base: string, { paint }: Shell): string {
  const spot = spotOf(place, base)
  const gutter = String(spot.line).length
  const head = `${' '.repeat(gutter)}${paint.frame('-->')} ${shown(spot.file)}:${spot.line}:${spot.column}\n`
  const drawn = underlined(place, spot)
  if (drawn === undefined) return head
  const bar = ' '.repeat(gutter) + paint.frame(' |')
  return `${head}${paint.frame(`${spot.line} |`)} ${drawn.text}\n${bar} ${' '.repeat(drawn.indent)}${paint.note('^'.repeat(drawn.width))}\n`
}

function wholeFile({ file, sources = [], base }: Explained, { paint, language }: Shell): string {
  const head = language === 'id' ? 'dibuat dari' : 'made from'
  return (
    `${paint.strong(shown(file))}\n  ${head}:\n` +
    sources.map(path => `  ${shown(base === '' ? path : `${base}/${path}`)}\n`).join('')
  )
}
