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
import type { Change } from '../../change/change.ts'
import type { Sides } from '../../change/parts.ts'
import { isRefuted, type Marks } from '../../change/marks.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { jsonText } from '../../text/screen.ts'
import { inventoryHash } from '../../render/manifest.ts'
import type { Inventory } from '../../source/read.ts'
import { progressOf } from '../shell/progress.ts'
import { say, type Shell } from '../shell/shell.ts'
import { command } from '../command.ts'
import { changeJson } from '../diff/json.ts'
import { hosts, publish, type HostName, type Texts } from '../diff/publish/publish.ts'
import { sidesOf, subjectOf, type Compared } from '../diff/sides.ts'
import { reportText } from '../diff/text.ts'
import { choice, dateOptions, flag, inventoryOptions, value } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'

const formats = ['text', 'markdown', 'json', 'github-comment', 'gitlab-comment'] as const

export const diff = command({
  name: 'diff',
  about: {
    id:
      'Apa akibat perubahan ini: layanan, uang, yang disentuh, alamat, temuan, konfigurasi. ' +
      'BASE adalah revisi Git atau folder; bawaan: titik cabang ini berpisah dari cabang utama. ' +
      'Dengan --from dan --to: apa yang berubah sendiri pada inventaris yang sama.',
    en:
      'What this change does: service, money, things touched, addresses, findings, configurations. ' +
      'BASE is a Git revision or a folder; default: where this branch left the default one. ' +
      'With --from and --to: what changes by itself in one inventory.',
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
    prove: value(
      'N',
      'jalankan kedua sisi di lab, coba N kegagalan, yang berubah akibatnya lebih dahulu, ' +
        'dan tandai kalimat yang terbukti oleh paket (perlu root, frr, nftables, python3)',
      'boot both sides in the lab, try N failures, those whose effect changes first, ' +
        'and mark the sentences that packets confirm (needs root, frr, nftables, python3)',
    ),
    ...dateOptions,
  },
  async run(shell, given, [word]) {
    const sides = sidesOf(shell, given, word)
    if (isRefusal(sides)) return sides
    const { before, after, names, movedFrom } = sides
    const change = compare(before, after, given.from === undefined && given.to === undefined ? 'edit' : 'calendar')
    const isProvable = change.service !== undefined
    const marks = given.prove === undefined || !isProvable ? undefined : await proved(shell, sides, change, given.prove)
    if (isRefusal(marks)) return marks
    const isUnproved = given.prove !== undefined && !isProvable
    if (isUnproved) say(shell, nothingToProve)
    const compares = { names, subject: subjectOf(names, movedFrom), marks }
    const written = writer(change, given.both, shell.language, compares)
    shell.print(written.text(formats.find(format => format === given.format) ?? 'text'))
    const host = hosts.find(name => name === given.publish)
    if (host !== undefined) await publish(shell, process.env, host, written.published(host))
    const contradicted = marks !== undefined && isRefuted(marks)
    return contradicted || isUnproved || change.errors.after + change.review.refused.length > 0 ? 1 : 0
  },
})

/** What there is to say of the change is said all the same. */
const nothingToProve = {
  id: '--prove: tidak ada yang dibuktikan, sebab layanan kedua sisi tidak dapat dibandingkan; laporannya menyebut mengapa',
  en: '--prove: nothing is proved, since the service of both sides could not be compared; the report says why',
}

type ProofSide = Parameters<typeof import('../../lab/prove/prove.ts').proveChange>[0]['before']

/** What packets say of the change; the lab is opened only here. */
async function proved(
  shell: Shell,
  { inventories, compiled, before }: Compared,
  change: Change,
  word: string,
): Promise<Marks | Refusal> {
  if (!/^[1-9]\d{0,3}$/.test(word))
    return refuse(`--prove ${word}: bukan bilangan 1 sampai 9999`, `--prove ${word}: not a number from 1 to 9999`)
  if (inventories.before === inventories.after)
    return refuse(
      '--prove membandingkan dua inventaris: tanpa --from dan --to',
      '--prove compares two inventories: without --from and --to',
    )
  const [{ missingForLab }, { proveChange }] = await Promise.all([
    import('../../lab/peers.ts'),
    import('../../lab/prove/prove.ts'),
  ])
  const missing = missingForLab()
  if (missing.length > 0)
    return refuse(
      `--prove memerlukan ${missing.map(({ id }) => id).join('; ')}`,
      `--prove needs ${missing.map(({ en }) => en).join('; ')}`,
    )
  const progress = progressOf(shell)
  const input = ({ sources, ledger }: Inventory): ProofSide => ({
    sources,
    ledger,
    folder: compiled.folder,
    today: before.asOf,
    hash: inventoryHash(sources),
  })
  const marks = await proveChange(
    { before: input(inventories.before), after: input(inventories.after) },
    change,
    Number(word),
    message => progress(() => message),
  )
  return 'cannot' in marks ? { refused: marks.cannot } : marks
}

interface Compares {
  readonly names: Sides<string>
  readonly subject: Readonly<Record<Language, string>>
  readonly marks: Marks | undefined
}

interface Writer {
  readonly text: (format: (typeof formats)[number]) => string
  readonly published: (host: HostName) => Texts
}

const rooms: Readonly<Record<HostName, Room>> = { github: githubRoom, gitlab: gitlabRoom }

function writer(change: Change, both: boolean, language: Language, { names, subject, marks }: Compares): Writer {
  const other = language === 'id' ? 'en' : 'id'
  const markdown = (head: string, room: Room): string => {
    const reports = [language, ...(both ? ([other] as const) : [])].map(each => reportOf(change, each, marks))
    return markdownReport(reports, { head, subject: subject[language] }, room)
  }
  // Two inventories of one repository have a comment each.
  const mark = `<!-- serat:diff ${names.after.replace(/[^\w./-]/g, '').replaceAll('--', '')} -->`
  const comment = (host: HostName): string => markdown(`${mark}\n`, rooms[host])
  return {
    text(format) {
      switch (format) {
        case 'json':
          return jsonText(changeJson(change, names, marks))
        case 'text':
          return reportText(reportOf(change, language, marks), subject[language])
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
