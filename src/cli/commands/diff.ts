import { compare } from '../../change/compare.ts'
import { githubRoom, markdownReport, type Frame } from '../../change/report/markdown.ts'
import { reportOf } from '../../change/report/report.ts'
import type { Change, Sides } from '../../change/change.ts'
import { compile, type Compilation } from '../../compile.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Inventory } from '../../source/read.ts'
import { jsonText } from '../../text/screen.ts'
import { command } from '../command.ts'
import { readBase, type Base } from '../diff/base.ts'
import { changeJson } from '../diff/json.ts'
import { reportText } from '../diff/text.ts'
import { compileInventory, isDate, type Compiled } from '../inventory.ts'
import { choice, flag, inventoryOptions, value } from '../options.ts'
import { progressOf } from '../shell/progress.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'

export const diff = command({
  name: 'diff',
  about: {
    id: 'Apa akibat perubahan ini: layanan, uang, yang disentuh, alamat, temuan, konfigurasi. BASE adalah revisi Git atau folder; bawaan: titik cabang ini berpisah dari cabang utama. Dengan --from dan --to: apa yang berubah sendiri pada inventaris yang sama.',
    en: 'What this change does: service, money, things touched, addresses, findings, configurations. BASE is a Git revision or a folder; default: where this branch left the default one. With --from and --to: what changes by itself in one inventory.',
  },
  operands: '[BASE]',
  fewestOperands: 0,
  mostOperands: 1,
  example: 'serat diff origin/main --format markdown',
  options: {
    ...inventoryOptions,
    format: choice(
      ['text', 'markdown', 'json', 'github-comment'],
      'bentuk hasil; github-comment muat dalam satu komentar',
      'form of the result; github-comment fits into one comment',
    ),
    both: flag('kedua bahasa (markdown dan github-comment)', 'both languages (markdown and github-comment)'),
    from: value('YYYY-MM-DD', 'inventaris ini pada tanggal itu ...', 'this inventory on that date ...'),
    to: value('YYYY-MM-DD', '... dibandingkan dengan tanggal ini', '... beside this date'),
  },
  run(shell, given, [word]) {
    const sides =
      given.from === undefined && given.to === undefined ? revisions(shell, given, word) : dates(shell, given, word)
    if (isRefusal(sides)) return sides
    const { before, after, names, movedFrom } = sides
    const change = compare(before, after, given.from === undefined && given.to === undefined ? 'edit' : 'calendar')
    const subject = subjectOf(names, movedFrom)
    shell.print(printed(change, { format: given.format, both: given.both, language: shell.language }, names, subject))
    return change.errors.after + change.review.refused.length > 0 ? 1 : 0
  },
})

/** Nothing is kept of what is compared: a network without a ledger has the same numbers on both sides. */
const entropy = new Uint8Array(16)

interface Asked {
  readonly inventory: string | undefined
  readonly 'as-of': string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

interface Compared {
  readonly before: Compilation
  readonly after: Compilation
  readonly names: Sides<string>
  readonly movedFrom?: string
}

function revisions(shell: Shell, given: Asked, word: string | undefined): Compared | Refusal {
  const after = compileInventory(shell, { ...given, entropy }, progressOf(shell))
  if (isRefusal(after)) return after
  const base = readBase(shell, after.folder, word)
  if (isRefusal(base)) return base
  const { asOf } = after.compilation
  return {
    before: compileOn(shared(base.inventory, after.inventory), asOf),
    after: after.compilation,
    names: { before: base.name, after: namedNow(after) },
    ...movedOf(base),
  }
}

function movedOf({ movedFrom }: Base): { readonly movedFrom?: string } {
  return movedFrom === undefined ? {} : { movedFrom }
}

function namedNow({ base }: Compiled): string {
  return base === '' ? '.' : base
}

/** What the calendar changes: findings, payments, and what terms that begin or end change of a configuration. */
function dates(shell: Shell, given: Asked, word: string | undefined): Compared | Refusal {
  const [from, to] = [given.from ?? shell.today, given.to ?? shell.today]
  const bad = [from, to].find(date => !isDate(date))
  if (bad !== undefined) return refuse(`${bad}: bukan tanggal (YYYY-MM-DD)`, `${bad}: not a date (YYYY-MM-DD)`)
  if (word !== undefined)
    return refuse(
      '--from dan --to membandingkan satu inventaris: tanpa BASE',
      '--from and --to compare one inventory: without BASE',
    )
  const after = compileInventory(shell, { ...given, 'as-of': to, entropy }, progressOf(shell))
  if (isRefusal(after)) return after
  return { before: compileOn(after.inventory, from), after: after.compilation, names: { before: from, after: to } }
}

/** Files that are the same on both sides are one value, so that nobody compares what they declare. */
function shared(old: Inventory, now: Inventory): Inventory {
  const known = new Map(now.sources.map(source => [source.path, source]))
  return {
    ...old,
    sources: old.sources.map(source => {
      const same = known.get(source.path)
      return same?.text === source.text ? same : source
    }),
  }
}

function compileOn({ sources, diagnostics, ledger }: Inventory, asOf: string): Compilation {
  return compile({ sources, reading: diagnostics, ledger, today: asOf, asOf, entropy })
}

function subjectOf(
  { before, after }: Sides<string>,
  movedFrom: string | undefined,
): Readonly<Record<Language, string>> {
  return {
    id: `${before} → ${after}${movedFrom === undefined ? '' : ` (inventaris dahulu di ${movedFrom || '.'})`}`,
    en: `${before} → ${after}${movedFrom === undefined ? '' : ` (the inventory was in ${movedFrom || '.'})`}`,
  }
}

interface Form {
  readonly format: string | undefined
  readonly both: boolean
  readonly language: Language
}

function printed(
  change: Change,
  { format, both, language }: Form,
  names: Sides<string>,
  subject: Readonly<Record<Language, string>>,
): string {
  if (format === 'json') return jsonText(changeJson(change, names))
  if (format !== 'markdown' && format !== 'github-comment')
    return reportText(reportOf(change, language), subject[language])
  const other = language === 'id' ? 'en' : 'id'
  const reports = [language, ...(both ? ([other] as const) : [])].map(each => reportOf(change, each))
  const frame: Frame = {
    head: format === 'github-comment' ? '<!-- serat:diff -->\n' : '',
    subject: subject[language],
  }
  return format === 'github-comment' ? markdownReport(reports, frame, githubRoom) : markdownReport(reports, frame)
}
