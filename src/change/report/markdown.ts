import { markdownText, taglessText } from '../../render/text/escape.ts'
import { shown as onScreen } from '../../text/screen.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Report } from './report.ts'
import type { Detail, Section, Weight } from './section.ts'

/** Room for a comment. */
export interface Room {
  readonly characters: number
  readonly bytes: number
}

export const unlimited: Room = { characters: Infinity, bytes: Infinity }
/** GitHub takes 65,536 characters and 262,144 bytes; the rest is for what a bot adds. */
export const githubRoom: Room = { characters: 60_000, bytes: 240_000 }
/** A note of GitLab holds 1,000,000 characters. */
export const gitlabRoom: Room = { characters: 950_000, bytes: 4_000_000 }
/** The summary of a step of GitHub holds 1 MiB, all that its programs write together. */
export const summaryRoom: Room = { characters: 900_000, bytes: 900_000 }

interface Frame {
  /** Stands before everything, as it is: a mark by which a comment is found again. */
  readonly head: string
  /** What was compared, in words. */
  readonly subject: string
}

const signs: Readonly<Record<Weight, string>> = { nothing: '⚪', notice: '🟡', alarm: '🔴', blocked: '⛔' }

/**
 * One Markdown text of a report, or of one in each language: the first is read, the others are folded away. What has no
 * room is left out, the least important first, and every cut is counted in words; each fence and each fold that is
 * opened is closed.
 */
export function markdownReport(reports: readonly Report[], { head, subject }: Frame, room: Room = unlimited): string {
  const [first, ...others] = reports
  if (first === undefined) return ''
  const top = `${head}### ${signs[first.weight]} ${inertText(first.verdict)}\n\n${leadText(first)}${inertText(subject)}\n`
  const budget = budgetOf(room, top)
  const half = others.length === 0 ? budget : part(budget, 0.6)
  const body = bodyOf(first, half)
  const left = spent(budget, body)
  const rest = others.map(report => {
    const title = `${report.language === 'id' ? 'Bahasa Indonesia' : 'English'}: ${report.verdict}`
    // Sentences of configurations are the same in every language.
    const sections = report.sections.map(({ details: _, ...section }) => section)
    const room = spent(part(left, 1 / others.length), leadText(report))
    return folded(title, `\n${leadText(report)}${bodyOf({ ...report, sections }, room)}`)
  })
  return [top, body, ...rest].join('')
}

function leadText({ lead }: Report): string {
  return lead.length === 0 ? '' : `${inertText(lead.join(' '))}\n\n`
}

/**
 * Text of users in a comment: beyond Markdown it calls nobody, links to no page and no issue, and does not turn the
 * direction of reading. The hosts look for these in the rendered text, where an escape is gone; a sign without width
 * parts them.
 */
function inertText(text: string): string {
  return parted(markdownText(onScreen(text)))
}

function parted(text: string): string {
  return text.replace(/@(?=\S)|#(?=\d)|!(?=\d)|:(?=\/\/)|www(?=\.)/gi, '$&\u200b')
}

/** The same where Markdown is not read: an escape of it would be seen. */
function inertHtml(text: string): string {
  return parted(taglessText(onScreen(text)))
}

/** Kept back for the words about cuts, and for folds and fences around the parts. */
const reserve = 2_000

function budgetOf({ characters, bytes }: Room, top: string): Room {
  return spent({ characters: characters - reserve, bytes: bytes - 2 * reserve }, top)
}

function part({ characters, bytes }: Room, share: number): Room {
  return { characters: Math.floor(characters * share), bytes: Math.floor(bytes * share) }
}

function spent({ characters, bytes }: Room, text: string): Room {
  return { characters: characters - text.length, bytes: bytes - Buffer.byteLength(text) }
}

function fits({ characters, bytes }: Room): boolean {
  return characters >= 0 && bytes >= 0
}

/** Sections in turn, each as far as there is room; what was left out is said at the end, by section. */
function bodyOf({ sections, language }: Report, room: Room): string {
  const parts: string[] = []
  const cuts: string[] = []
  let left = room
  for (const section of sections) {
    const { text, cut } = sectionText(section, language, left)
    parts.push(text)
    left = spent(left, text)
    if (cut > 0) cuts.push(`${section.title} ${cut}`)
  }
  const words = { id: 'Tidak muat, lihat laporan lengkap', en: 'Left out for lack of room, see the whole report' }
  return parts.join('') + (cuts.length === 0 ? '' : `\n✂ ${words[language]}: ${inertText(cuts.join(', '))}\n`)
}

interface Cut {
  readonly text: string
  /** Notes, rows and parts that had no room. */
  readonly cut: number
}

function sectionText(section: Section, language: Language, room: Room): Cut {
  const { title, notes, columns, rows, details = [] } = section
  const begin = `\n**${inertText(title)}**\n`
  const table = [
    row(columns.map(heading => heading.title)),
    row(columns.map(({ isNumber }) => (isNumber === true ? '---:' : '---'))),
  ].join('')
  const said = taken(notes, note => `\n${inertText(note)}\n`, spent(room, begin))
  const shown = taken(rows, row, spent(said.room, `\n${table}`))
  const told = taken(details, detail => detailText(detail, language), shown.room)
  const text = [...said.texts, ...(shown.texts.length === 0 ? [] : [`\n${table}`, ...shown.texts]), ...told.texts].join(
    '',
  )
  return { text: text === '' ? '' : begin + text, cut: said.cut + shown.cut + told.cut }
}

/** Texts from the first on while there is room; what comes behind is not even written. */
function taken<T>(
  items: readonly T[],
  write: (item: T) => string,
  room: Room,
): { readonly texts: readonly string[]; readonly cut: number; readonly room: Room } {
  const texts: string[] = []
  let left = room
  for (const item of items) {
    const text = write(item)
    const next = spent(left, text)
    if (!fits(next)) break
    left = next
    texts.push(text)
  }
  return { texts, cut: items.length - texts.length, room: left }
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => (/^-+:?$/.test(cell) ? cell : inertText(cell))).join(' | ')} |\n`
}

/** A core's whole configuration is nothing that somebody reads in a comment. */
const mostLines = 200

function detailText({ title, lines: linesOf }: Detail, language: Language): string {
  const lines = linesOf()
  const left = lines.length - mostLines
  const words = { id: `@ … ${left} baris lagi: serat diff`, en: `@ … ${left} more lines: serat diff` }
  const shown = [...lines.slice(0, mostLines), ...(left > 0 ? [words[language]] : [])].map(onScreen)
  return folded(title, `\n\`\`\`diff\n${shown.join('\n')}\n\`\`\`\n`)
}

function folded(title: string, text: string): string {
  return `\n<details><summary>${inertHtml(title)}</summary>\n${text}\n</details>\n`
}
