import type { Language } from '../../diagnostic/diagnostic.ts'
import { documentHtml } from '../../render/document/html.ts'
import { documentMarkdown } from '../../render/document/markdown.ts'
import { jsonText } from '../../text/screen.ts'
import { readPhones } from '../call/phones.ts'
import { command } from '../command.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { alertmanagerUrl } from '../noc/ask.ts'
import { handoverMessages } from '../noc/handover/messages.ts'
import { handoverBlocks, handoverJson, type Leaving } from '../noc/handover/handover.ts'
import { toldJson } from '../noc/json.ts'
import { watchMessages } from '../noc/messages.ts'
import { watchPage } from '../noc/page.ts'
import { useSmallHeap } from '../noc/small-heap.ts'
import { toldText } from '../noc/text.ts'
import { lookOnce, watchUntil } from '../noc/watch.ts'
import { choice, flag, inventoryOptions, value } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

export const noc = command({
  name: 'noc',
  about: {
    id:
      'handover: halaman serah terima giliran: yang mati sekarang dan sebabnya, ' +
      'penyedia yang dihubungi dan tingkat berikutnya, tiket, pekerjaan terencana, ' +
      'sirkuit yang sisa menitnya tipis. watch: dari alert yang menyala di Alertmanager: apa yang terjadi, ' +
      'apa yang menjelaskannya, siapa yang terdampak, siapa yang ditelepon dan apa yang dikatakan, ' +
      'eskalasi menurut menit, jam SLA. Bila pemantauan diam, ia berkata buta, tidak pernah "semua baik". ' +
      'Inventaris tidak ditulis.',
    en:
      'handover: the page that one shift leaves to the next: what is down now and why, ' +
      'providers to call and the next step, tickets, planned work, circuits with few minutes left. ' +
      'watch: from the alerts that fire in Alertmanager: what happened, what explains it, who is affected, ' +
      'whom to call and what to say, escalation by the minute, the SLA clock. ' +
      'When the monitoring falls silent it says blind, never "all well". Nothing is written to the inventory.',
  },
  operands: 'watch|handover',
  fewestOperands: 1,
  mostOperands: 1,
  example: 'serat noc watch --alertmanager http://127.0.0.1:9093 --once',
  options: {
    ...inventoryOptions,
    alertmanager: value('URL', 'alamat Alertmanager', 'address of Alertmanager'),
    once: flag(
      'tanya sekali, lalu selesai: kode 1 bila ada yang mati atau pemantauan buta',
      'ask once and end: code 1 where something is down or the monitoring is blind',
    ),
    listen: value(
      'PORT',
      'terima webhook Alertmanager dan sajikan halaman di 127.0.0.1:PORT',
      "take Alertmanager's webhook and serve a page at 127.0.0.1:PORT",
    ),
    phones: value('FILE', 'nomor telepon, seperti `serat call`', 'telephone numbers, as of `serat call`'),
    hours: value('HOURS', 'panjang giliran (bawaan 8)', 'length of the shift (default 8)'),
    format: choice(['text', 'html', 'json'], 'bentuk hasil', 'form of the result'),
  },
  async run(shell, given, [word = '']) {
    const port = given.listen === undefined ? undefined : Number(given.listen)
    const hours = Number(given.hours ?? '8')
    const alertmanager = given.alertmanager === undefined ? undefined : alertmanagerUrl(given.alertmanager)
    const misuse = misuseOf(word, given, alertmanager, { port, hours })
    if (misuse !== undefined) return misuse
    if (word === 'watch' && !given.once) useSmallHeap()
    const phones = readPhones(shell, given.phones)
    if (isRefusal(phones)) return phones
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const ended = new AbortController()
    const shift = { plan: loaded.plan, phones, end: ended.signal }
    if (word === 'handover' || alertmanager === undefined) {
      const told = alertmanager && (await lookOnce({ ...shift, alertmanager }))
      const leaving = { plan: loaded.plan, nowMs: told?.nowMs ?? Date.now(), hours, told }
      shell.print(handoverIn(given.format, leaving, shell.language))
      return 0
    }
    if (given.once) {
      const told = await lookOnce({ ...shift, alertmanager })
      shell.print(given.format === 'json' ? jsonText(toldJson(told)) : toldText(told, shell.language))
      return told.down.length > 0 || told.blind !== undefined ? 1 : 0
    }
    const stop = (): void => ended.abort()
    process.once('SIGINT', stop).once('SIGTERM', stop)
    await keepWatch(shell, { ...shift, alertmanager, port }, { ...given, hours })
    return 0
  },
})

/** Until somebody stops it: a line of JSON, or a screen, whenever something is otherwise, and a page. */
async function keepWatch(
  shell: Shell,
  shift: Omit<Parameters<typeof watchUntil>[0], 'tell' | 'page' | 'handover'>,
  { format, hours }: { readonly format: string | undefined; readonly hours: number },
): Promise<void> {
  const { language } = shell
  if (shift.port !== undefined) say(shell, watchMessages.listening({ port: String(shift.port) }))
  await watchUntil({
    ...shift,
    tell: told => shell.print(format === 'json' ? JSON.stringify(toldJson(told)) + '\n' : toldText(told, language)),
    page: told => watchPage(told, language),
    handover: told => handoverIn('html', { plan: shift.plan, nowMs: told.nowMs, hours, told }, language),
  })
}

interface Given {
  readonly alertmanager: string | undefined
  readonly listen: string | undefined
  readonly hours: string | undefined
  readonly format: string | undefined
}

interface Numbers {
  readonly port: number | undefined
  readonly hours: number
}

function misuseOf(word: string, given: Given, url: URL | undefined, { port, hours }: Numbers): Refusal | undefined {
  if (word !== 'watch' && word !== 'handover')
    return refuse('serat noc watch | serat noc handover', 'serat noc watch | serat noc handover')
  if (url === undefined && (word === 'watch' || given.alertmanager !== undefined))
    return refuse(
      'beri --alertmanager http://…, misalnya http://127.0.0.1:9093',
      'give --alertmanager http://…, for example http://127.0.0.1:9093',
    )
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
    return refuse(`--listen ${given.listen}: bukan nomor port`, `--listen ${given.listen}: not a port number`)
  if (!(hours > 0 && hours <= 72))
    return refuse(`--hours ${given.hours}: tulis 1 sampai 72`, `--hours ${given.hours}: write 1 to 72`)
  if (word === 'watch' && given.format === 'html')
    return refuse(
      'watch mencetak text atau json; halamannya: --listen',
      'watch prints text or json; its page: --listen',
    )
  return undefined
}

function handoverIn(format: string | undefined, leaving: Leaving, language: Language): string {
  if (format === 'json') return jsonText(handoverJson(leaving))
  const blocks = handoverBlocks(leaving, language)
  const title = handoverMessages.title({ network: leaving.plan.network.declared.name })[language]
  return format === 'html' ? documentHtml({ title, page: 'A4 portrait', language }, blocks) : documentMarkdown(blocks)
}
