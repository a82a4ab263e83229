import { compare } from '../../change/compare.ts'
import { githubRoom, markdownReport, type Frame } from '../../change/report/markdown.ts'
import { reportOf } from '../../change/report/report.ts'
import type { Change, Sides } from '../../change/change.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { jsonText } from '../../text/screen.ts'
import { command } from '../command.ts'
import { changeJson } from '../diff/json.ts'
import { sidesOf, subjectOf } from '../diff/sides.ts'
import { reportText } from '../diff/text.ts'
import { choice, dateOptions, flag, inventoryOptions } from '../options.ts'
import { isRefusal } from '../shell/refusal.ts'

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
    ...dateOptions,
  },
  run(shell, given, [word]) {
    const sides = sidesOf(shell, given, word)
    if (isRefusal(sides)) return sides
    const { before, after, names, movedFrom } = sides
    const change = compare(before, after, given.from === undefined && given.to === undefined ? 'edit' : 'calendar')
    const subject = subjectOf(names, movedFrom)
    shell.print(printed(change, { format: given.format, both: given.both, language: shell.language }, names, subject))
    return change.errors.after + change.review.refused.length > 0 ? 1 : 0
  },
})

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
