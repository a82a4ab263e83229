import { compare } from '../../change/compare.ts'
import {
  githubRoom,
  gitlabRoom,
  markdownReport,
  summaryRoom,
  unlimited,
  type Room,
} from '../../change/report/markdown.ts'
import { reportOf } from '../../change/report/report.ts'
import type { Change, Sides } from '../../change/change.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { jsonText } from '../../text/screen.ts'
import { command } from '../command.ts'
import { changeJson } from '../diff/json.ts'
import { hosts, publish, type HostName, type Texts } from '../diff/publish/publish.ts'
import { sidesOf, subjectOf } from '../diff/sides.ts'
import { reportText } from '../diff/text.ts'
import { choice, dateOptions, flag, inventoryOptions } from '../options.ts'
import { isRefusal } from '../shell/refusal.ts'

const formats = ['text', 'markdown', 'json', 'github-comment', 'gitlab-comment'] as const

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
      formats,
      'bentuk hasil; github-comment dan gitlab-comment muat dalam satu komentar',
      'form of the result; github-comment and gitlab-comment fit into one comment',
    ),
    both: flag('kedua bahasa (Markdown dan komentar)', 'both languages (Markdown and comments)'),
    publish: choice(
      hosts,
      'jaga satu komentar pada permintaan tarik atau gabung dari pekerjaan CI ini',
      'keep one comment up to date on the pull or merge request of this job in CI',
    ),
    ...dateOptions,
  },
  async run(shell, given, [word]) {
    const sides = sidesOf(shell, given, word)
    if (isRefusal(sides)) return sides
    const { before, after, names, movedFrom } = sides
    const change = compare(before, after, given.from === undefined && given.to === undefined ? 'edit' : 'calendar')
    const written = writer(change, given.both, shell.language, { names, subject: subjectOf(names, movedFrom) })
    shell.print(written.text(formats.find(format => format === given.format) ?? 'text'))
    const host = hosts.find(name => name === given.publish)
    if (host !== undefined) await publish(shell, process.env, host, written.published(host))
    return change.errors.after + change.review.refused.length > 0 ? 1 : 0
  },
})

interface Compares {
  readonly names: Sides<string>
  readonly subject: Readonly<Record<Language, string>>
}

interface Writer {
  readonly text: (format: (typeof formats)[number]) => string
  readonly published: (host: HostName) => Texts
}

const rooms: Readonly<Record<HostName, Room>> = { github: githubRoom, gitlab: gitlabRoom }

function writer(change: Change, both: boolean, language: Language, { names, subject }: Compares): Writer {
  const other = language === 'id' ? 'en' : 'id'
  const markdown = (head: string, room: Room): string => {
    const reports = [language, ...(both ? ([other] as const) : [])].map(each => reportOf(change, each))
    return markdownReport(reports, { head, subject: subject[language] }, room)
  }
  // Two inventories of one repository have a comment each.
  const mark = `<!-- serat:diff ${names.after.replace(/[^\w./-]/g, '').replaceAll('--', '')} -->`
  const comment = (host: HostName): string => markdown(`${mark}\n`, rooms[host])
  return {
    text(format) {
      switch (format) {
        case 'json':
          return jsonText(changeJson(change, names))
        case 'text':
          return reportText(reportOf(change, language), subject[language])
        case 'markdown':
          return markdown('', unlimited)
        case 'github-comment':
          return comment('github')
        case 'gitlab-comment':
          return comment('gitlab')
      }
    },
    published: host => ({ mark, comment: comment(host), summary: markdown('', summaryRoom) }),
  }
}
