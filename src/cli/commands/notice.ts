import { analysisOf } from '../../analysis/analysis.ts'
import type { Work } from '../../model/network.ts'
import { noticeOf, weakenedBy, type Notice } from '../../noc/notice.ts'
import type { Plan } from '../../plan/plan.ts'
import { noticeLetter, type NoticeHead } from '../../render/notice/letter.ts'
import { jsonText } from '../../text/screen.ts'
import { listed } from '../../words/figures.ts'
import { command } from '../command.ts'
import { compileInventory, type Asked } from '../inventory.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { nearHint } from '../near.ts'
import { noticeMessages as messages } from '../notice/messages.ts'
import { silencesOf } from '../notice/silence.ts'
import { noticeJson, noticeText } from '../notice/text.ts'
import { choice, inventoryOptions, list, value } from '../options.ts'
import { dayFault } from '../shell/day-fault.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'
import { wantedComponents, wordsOf } from '../what-if/wanted.ts'
import { lettersTo } from '../notice/letters.ts'

export const notice = command({
  name: 'notice',
  about: {
    id:
      'Pekerjaan terencana dari works/: siapa kehilangan apa selama berapa lama dan adakah jalan pengganti; ' +
      'surat untuk tiap perangkat daerah (markdown, html); silence untuk Alertmanager. Ditolak (kode 1) bila ' +
      'selama waktunya jaringan yang sama sudah dilemahkan oleh pekerjaan lain, atau oleh yang disebut --given.',
    en:
      'Planned work of works/: who loses what for how long, and whether there is another way; ' +
      'a letter to each agency (markdown, html); a silence for Alertmanager. Refused (code 1) ' +
      'where in its window the same network is weakened already by another work, or by what --given names.',
  },
  operands: 'WORK',
  fewestOperands: 1,
  mostOperands: 1,
  example: 'serat notice krj-2026-11-nni-b --format html',
  options: {
    ...inventoryOptions,
    given: list('ID[,ID…]', 'yang sudah mati sekarang, seperti pada what-if', 'what is down now, as of what-if'),
    agency: value('TENANT', 'surat untuk perangkat daerah ini saja', 'the letter to this agency alone'),
    number: value('NUMBER', 'nomor surat', 'number of the letter'),
    date: value(
      'YYYY-MM-DD',
      'tanggal surat (bawaan: announced_on, atau hari ini)',
      'date of the letter (default: announced_on, or today)',
    ),
    signatory: value(
      'ROLE',
      'jabatan yang menandatangani (bawaan: approved_by)',
      'who signs, by role (default: approved_by)',
    ),
    format: choice(['text', 'markdown', 'html', 'json', 'silence'], 'bentuk hasil', 'form of the result'),
  },
  run(shell, given, [id = '']) {
    const fault = dayFault('--date', given.date)
    if (fault !== undefined) return fault
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { plan, network } = loaded
    const work = network.works.get(id)
    if (work === undefined) {
      const near = nearHint(id, [...network.works.keys()])
      return refuse(`tidak ada pekerjaan \`${id}\`${near.id}`, `there is no work \`${id}\`${near.en}`)
    }
    const down = wantedComponents(analysisOf(plan), wordsOf(given.given))
    if (isRefusal(down)) return down
    const weakened = weakenedBy(plan, work, down)
    if (weakened.length > 0) {
      for (const { by, sites } of weakened)
        say(shell, messages.weakened({ work: id, by, sites: listed(sites.map(one => one.id))[shell.language] }))
      say(shell, messages.move)
      return 1
    }
    const found = noticeOf(plan, work)
    const text = noticeIn(shell, plan, found, given)
    if (isRefusal(text)) return text
    shell.print(text)
    const others = given['as-of'] === undefined ? othersThen(shell, given, found) : []
    if (others.length > 0)
      say(shell, messages.then({ day: dayOf(work), sites: listed(others)[shell.language], work: id }))
    return 0
  },
})

interface Given {
  readonly agency: string | undefined
  readonly number: string | undefined
  readonly date: string | undefined
  readonly signatory: string | undefined
  readonly format: string | undefined
}

/** Sites for which the work does something else on its own day: circuits begin, end and change until then. */
function othersThen(shell: Shell, given: Asked, { work, losses }: Notice): string[] {
  const day = dayOf(work)
  if (day <= shell.today) return []
  const compiled = compileInventory(shell, { ...given, 'as-of': day })
  if (isRefusal(compiled)) return []
  const { plan, network } = compiled.compilation
  const then = network?.works.get(work.id)
  if (plan === undefined || then === undefined) return []
  const states = (list: Notice['losses']): Map<string, string> =>
    new Map(list.map(({ site, state }) => [site.id, state]))
  const [today, later] = [states(losses), states(noticeOf(plan, then).losses)]
  return [...new Set([...today.keys(), ...later.keys()])].filter(site => today.get(site) !== later.get(site)).sort()
}

function dayOf({ declared }: Work): string {
  return declared.from.slice(0, 10)
}

function noticeIn(shell: Shell, plan: Plan, found: Notice, given: Given): string | Refusal {
  const { work } = found
  const { format } = given
  if (format === 'silence') return jsonText(silencesOf(plan, work))
  if (format === 'json') return jsonText(noticeJson(found))
  if (format !== 'markdown' && format !== 'html') return noticeText(found, shell.language)
  const { announcedOn, approvedBy, ticket } = work.declared
  const head: NoticeHead = {
    number: given.number ?? '........................',
    date: given.date ?? announcedOn ?? shell.today,
    signatory: given.signatory ?? approvedBy,
  }
  const { language } = shell
  return lettersTo({ ...messages, found, agency: given.agency, format, title: ticket, language }, one =>
    noticeLetter(plan.network, found, one, head, language),
  )
}
