import { jsonText } from '../../text/screen.ts'
import { readPhones } from '../call/phones.ts'
import { command } from '../command.ts'
import { compileInventory } from '../inventory.ts'
import { alertmanagerUrl } from '../noc/ask.ts'
import { toldJson } from '../noc/json.ts'
import { watchMessages } from '../noc/messages.ts'
import { watchPage } from '../noc/page.ts'
import { useSmallHeap } from '../noc/small-heap.ts'
import { toldText } from '../noc/text.ts'
import { lookOnce, watchUntil } from '../noc/watch.ts'
import type { Told } from '../noc/told.ts'
import { flag, formatOption, inventoryOptions, value } from '../options.ts'
import { progressOf } from '../shell/progress.ts'
import { isRefusal, refuse } from '../shell/refusal.ts'
import { say } from '../shell/shell.ts'

export const noc = command({
  name: 'noc',
  about: {
    id: 'watch: dari alert yang menyala di Alertmanager: apa yang terjadi, apa yang menjelaskannya, siapa yang terdampak, siapa yang ditelepon dan apa yang dikatakan, eskalasi menurut menit, jam SLA. Bila pemantauan diam, ia berkata buta, tidak pernah "semua baik". Inventaris tidak ditulis.',
    en: 'watch: from the alerts that fire in Alertmanager: what happened, what explains it, who is affected, whom to call and what to say, escalation by the minute, the SLA clock. When the monitoring falls silent it says blind, never "all well". Nothing is written to the inventory.',
  },
  operands: 'watch',
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
    format: formatOption,
  },
  async run(shell, given, [word = '']) {
    if (word !== 'watch') return refuse('serat noc watch --alertmanager URL', 'serat noc watch --alertmanager URL')
    const alertmanager = alertmanagerUrl(given.alertmanager ?? '')
    if (alertmanager === undefined)
      return refuse(
        'beri --alertmanager http://…, misalnya http://127.0.0.1:9093',
        'give --alertmanager http://…, for example http://127.0.0.1:9093',
      )
    const port = given.listen === undefined ? undefined : Number(given.listen)
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
      return refuse(`--listen ${given.listen}: bukan nomor port`, `--listen ${given.listen}: not a port number`)
    if (!given.once) useSmallHeap()
    const phones = readPhones(shell, given.phones)
    if (isRefusal(phones)) return phones
    const compiled = compileInventory(shell, given, progressOf(shell))
    if (isRefusal(compiled)) return compiled
    const { plan } = compiled.compilation
    if (plan === undefined) {
      say(shell, {
        id: 'jaringan tidak dapat dimuat; jalankan `serat check`',
        en: 'the network cannot be loaded; run `serat check`',
      })
      return 1
    }
    const tell = (told: Told): void =>
      shell.print(
        given.format !== 'json'
          ? toldText(told, shell.language)
          : given.once
            ? jsonText(toldJson(told))
            : JSON.stringify(toldJson(told)) + '\n',
      )
    const ended = new AbortController()
    const shift = { plan, alertmanager, phones, end: ended.signal }
    if (given.once) {
      const told = await lookOnce(shift)
      tell(told)
      return told.down.length > 0 || told.blind !== undefined ? 1 : 0
    }
    const stop = (): void => ended.abort()
    process.once('SIGINT', stop).once('SIGTERM', stop)
    if (port !== undefined) say(shell, watchMessages.listening({ port: String(port) }))
    await watchUntil({ ...shift, port, tell, page: told => watchPage(toldText(told, shell.language), shell.language) })
    return 0
  },
})
