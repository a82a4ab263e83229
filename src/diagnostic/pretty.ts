import type { Place } from '../source/source.ts'
import { lineOf } from '../source/lines.ts'
import type { Bilingual, Diagnostic, Language } from './diagnostic.ts'
import { plain, type Paint } from './paint.ts'
import { cells, shown } from '../text/screen.ts'
import { count, spotOf, type Report, type Spot } from './spot.ts'

const words = {
  error: { id: 'galat', en: 'error' },
  warning: { id: 'peringatan', en: 'warning' },
  help: { id: 'saran', en: 'help' },
} as const satisfies Record<string, Bilingual>

/**
 * Findings for people at a terminal: each with its line and a caret, and the sum at the end. Empty where there are
 * none.
 */
export function pretty({ diagnostics, language, base }: Report, paint: Paint = plain): string {
  if (diagnostics.length === 0) return ''
  const blocks = diagnostics.map(diagnostic => block(diagnostic, language, base, paint))
  return [...blocks, sum(diagnostics, language)].join('\n\n') + '\n'
}

function block(diagnostic: Diagnostic, language: Language, base: string, paint: Paint): string {
  const { code, severity, message, at, help, related = [], confidential } = diagnostic
  const spots = [at, ...related.map(other => other.at)].map(place => spotOf(place, base))
  const gutter = Math.max(...spots.map(({ line }) => String(line).length))
  const [main, ...others] = spots as [Spot, ...Spot[]]
  return [
    paint[severity](`${words[severity][language]}[${code}]`) + paint.strong(`: ${shown(message[language])}`),
    ...excerpt(at, main, gutter, {
      arrow: '-->',
      mark: '^',
      label: '',
      hidden: confidential === true,
      paint: paint[severity],
      frame: paint.frame,
    }),
    ...others.flatMap((spot, i) =>
      excerpt(related[i]?.at ?? at, spot, gutter, {
        arrow: ':::',
        mark: '-',
        label: shown(related[i]?.message[language] ?? ''),
        hidden: false,
        paint: paint.note,
        frame: paint.frame,
      }),
    ),
    ...(help === undefined
      ? []
      : [`${' '.repeat(gutter)}${paint.note(`${words.help[language]}:`)} ${shown(help[language])}`]),
  ].join('\n')
}

interface Manner {
  readonly arrow: string
  readonly mark: string
  readonly label: string
  /** The line's words are not shown. */
  readonly hidden: boolean
  readonly paint: (text: string) => string
  readonly frame: (text: string) => string
}

function excerpt(
  place: Place,
  spot: Spot,
  gutter: number,
  { arrow, mark, label, hidden, paint, frame }: Manner,
): string[] {
  const margin = ' '.repeat(gutter)
  const head = `${margin}${frame(arrow)} ${shown(spot.file)}:${spot.line}:${spot.column}`
  const drawn = hidden ? undefined : underlined(place, spot)
  if (drawn === undefined) return label === '' ? [head] : [`${head} ${label}`]
  const bar = frame(`${margin} |`)
  const marks = paint(mark.repeat(drawn.width) + (label === '' ? '' : ` ${label}`))
  return [
    head,
    bar,
    `${frame(`${String(spot.line).padStart(gutter)} |`)} ${drawn.text}`,
    `${bar} ${' '.repeat(drawn.indent)}${marks}`,
  ]
}

export interface Underlined {
  readonly text: string
  /** Cells before the mark, and under it. */
  readonly indent: number
  readonly width: number
}

const widest = 160

/**
 * The line of a spot and where its mark stands, in cells; a very long line is cut around the mark. Undefined where the
 * file has no such line.
 */
export function underlined({ source }: Place, { line, column, endColumn }: Spot): Underlined | undefined {
  const whole = lineOf(source, line)
  if (whole === undefined || whole.trim() === '') return undefined
  const from = column - 1 > widest - 20 ? column - 1 - 40 : 0
  const text = whole.slice(from, from + widest)
  const before = text.slice(0, column - 1 - from)
  const under = text.slice(column - 1 - from, Math.max(endColumn - 1 - from, column - from))
  const cut = from > 0 ? '...' : ''
  return {
    text: cut + shown(text) + (from + widest < whole.length ? '...' : ''),
    indent: cut.length + cells(shown(before)),
    width: Math.max(cells(shown(under)), 1),
  }
}

/** `2 errors, 1 warning`. */
export function sum(diagnostics: readonly Diagnostic[], language: Language): string {
  const { errors, warnings } = count(diagnostics)
  if (language === 'id') return `${errors} galat, ${warnings} peringatan`
  return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
}
