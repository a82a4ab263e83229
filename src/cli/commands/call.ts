import { jsonText } from '../../text/screen.ts'
import { callNames, callOf, meantBy } from '../../noc/call.ts'
import { callJson } from '../call/json.ts'
import { callMessages } from '../call/messages.ts'
import { readPhones } from '../call/phones.ts'
import { callText } from '../call/text.ts'
import { command } from '../command.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { nearHint } from '../near.ts'
import { formatOption, inventoryOptions, value } from '../options.ts'
import { isRefusal, refuse } from '../shell/refusal.ts'

export const call = command({
  name: 'call',
  about: {
    id:
      'Siapa yang ditelepon bila ini mati, apa yang dikatakan, siapa berikutnya menurut menit, ' +
      'dan berapa menit yang masih diizinkan kontrak. ' +
      'THING: sirkuit, nomor layanan, situs, perangkat daerah, penyedia atau nomor kontrak.',
    en:
      'Whom to call when this is down, what to say, who is next by the minute, and how many minutes the contract ' +
      'still allows. THING: a circuit, a reference, a site, an agency, a provider or a contract number.',
  },
  operands: 'THING',
  fewestOperands: 1,
  mostOperands: 1,
  example: 'serat call kec-bayat --minutes 70',
  options: {
    ...inventoryOptions,
    minutes: value('N', 'menit sejak gangguan mulai', 'minutes since it went down'),
    phones: value(
      'FILE',
      'nomor telepon, YAML di luar setiap repositori: `penyedia-a: { noc: "…", "1": "…" }`',
      'telephone numbers, YAML outside every repository: `penyedia-a: { noc: "…", "1": "…" }`',
    ),
    format: formatOption,
  },
  run(shell, given, [word = '']) {
    const minutes = given.minutes === undefined ? undefined : Number(given.minutes)
    if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 0))
      return refuse(
        `--minutes ${given.minutes}: tulis bilangan bulat`,
        `--minutes ${given.minutes}: write a whole number`,
      )
    const phones = readPhones(shell, given.phones)
    if (isRefusal(phones)) return phones
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { plan, network, asOf } = loaded
    const { boughts, onFibre } = meantBy(network, word)
    if (boughts.length + onFibre.length === 0) {
      const near = nearHint(word, callNames(network))
      return refuse(
        `tidak ada sirkuit, situs, perangkat daerah, penyedia atau kontrak \`${word}\` yang aktif${near.id}`,
        `there is no active circuit, site, agency, provider or contract \`${word}\`${near.en}`,
      )
    }
    const calls = boughts.map(bought => callOf(plan, bought, asOf))
    const sites = onFibre.map(({ id }) => id)
    if (given.format === 'json') {
      shell.print(jsonText({ calls: calls.map(one => callJson(one, phones, minutes)), own_fibre: sites }))
      return 0
    }
    const own = sites.length === 0 ? [] : [callMessages.onFibre({ sites: sites.join(',') })[shell.language] + '\n']
    shell.print([...calls.map(one => callText(one, phones, minutes, shell.language)), ...own].join('\n'))
    return 0
  },
})
