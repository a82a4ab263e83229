import type { Bilingual, Severity } from '../../diagnostic/diagnostic.ts'
import { jsonText } from '../../text/screen.ts'
import { loadCodes } from '../../load/codes.ts'
import { reviewCodes } from '../../change/review/codes.ts'
import { rules } from '../../rules/index.ts'
import type { ExitCode } from '../command.ts'
import { nearHint } from '../near.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'
import { pages } from './pages.ts'
import type { Wish } from './wish.ts'

interface Entry {
  readonly code: string
  readonly severity: Severity
  readonly title: Bilingual
  /** Markdown; empty where a code has no more to say than its title. */
  readonly page: string
}

/** Prints the page of a rule, or of what the loader finds. */
export function explainCode(shell: Shell, code: string, { json }: Wish): ExitCode | Refusal {
  const entry = entryOf(code)
  if (entry === undefined) {
    const near = nearHint(code, [
      ...rules.map(rule => rule.code),
      ...Object.keys(loadCodes),
      ...Object.keys(reviewCodes),
    ])
    return refuse(`tidak ada kode ${code}${near.id}`, `there is no code ${code}${near.en}`)
  }
  shell.print(json ? jsonText(entry) : text(entry, shell))
  return 0
}

const severities: Readonly<Record<Severity, Bilingual>> = {
  error: { id: 'galat', en: 'error' },
  warning: { id: 'peringatan', en: 'warning' },
}

function text({ code, severity, title, page }: Entry, { language, paint }: Shell): string {
  return (
    paint.strong(`${code} ${title[language]}`) +
    ` (${severities[severity][language]})\n` +
    (page === '' ? '' : `\n${page.trimEnd()}\n`)
  )
}

function entryOf(code: string): Entry | undefined {
  const rule = rules.find(each => each.code === code)
  if (rule !== undefined) return { code, severity: rule.severity, title: rule.title, page: pages.get(rule.name) ?? '' }
  const [, known] = Object.entries({ ...loadCodes, ...reviewCodes }).find(([each]) => each === code) ?? []
  return known && { code, ...known, page: partOf(pages.get('codes'), code) || partOf(pages.get('ratchets'), code) }
}

/** The part of a page under the heading that names the code. */
function partOf(page: string | undefined, code: string): string {
  const parts = (page ?? '').split(/^(?=## )/m)
  return (
    parts
      .find(part => part.startsWith(`## ${code}`))
      ?.replace(/^.*\n/, '')
      .trimStart() ?? ''
  )
}
