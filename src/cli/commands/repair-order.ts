import type { Cable, Network, Structure } from '../../model/network.ts'
import { date as dateForm } from '../../model/scalars.ts'
import { repairOrderOf, type RepairOrder, type RepairTask } from '../../noc/repair-order.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { repairLetter, type NoticeHead } from '../../render/notice/letter.ts'
import { jsonText } from '../../text/screen.ts'
import { command } from '../command.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { typedNumber } from '../locate/typed-length.ts'
import { nearHint } from '../near.ts'
import { choice, inventoryOptions, list, value } from '../options.ts'
import { repairOrderMessages as messages } from '../repair-order/messages.ts'
import { repairOrderJson, repairOrderText } from '../repair-order/text.ts'
import { dayFault } from '../shell/day-fault.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'
import { wordsOf } from '../what-if/wanted.ts'
import { lettersTo } from '../notice/letters.ts'

/**
 * Minutes for the two closures and for a fusion splice with its protector, as crews reckon them: from knowledge, not
 * read.
 */
const usual = { setup: 60, splice: 6 }

export const repairOrderCommand = command({
  name: 'repair-order',
  about: {
    id:
      'Kabel putus: urutan menyambung core menurut pentingnya (perangkat daerah yang melayani warga dahulu), siapa ' +
      'kehilangan apa sampai kapan, dan surat untuk tiap perangkat daerah (markdown, html) seperti `serat notice`.',
    en:
      'A cable is cut: the order in which its cores are spliced, by importance (agencies that serve citizens ' +
      'first), who loses what until when, and a letter to each agency (markdown, html) as `serat notice` makes it.',
  },
  operands: 'CABLE',
  fewestOperands: 1,
  mostOperands: 1,
  example: 'serat repair-order c-timur-1 --at p-timur-010,p-timur-011',
  options: {
    ...inventoryOptions,
    at: list(
      'ID[,ID]',
      'struktur di titik putus, atau dua untuk ruas di antaranya (bawaan: seluruh kabel)',
      'structure at the cut, or two for the stretch between (default: the whole cable)',
    ),
    begins: value(
      'MOMENT',
      "regu mulai: '2026-11-02 13:00' (bawaan: hari ini 08:00)",
      "the crew begins: '2026-11-02 13:00' (default: today, 08:00)",
    ),
    since: value('MOMENT', 'putus sejak (bawaan: saat regu mulai)', 'cut since (default: when the crew begins)'),
    setup: value('MINUTES', 'sampai sambungan pertama (bawaan: 60)', 'until the first splice (default: 60)'),
    splice: value('MINUTES', 'tiap sambungan (bawaan: 6)', 'for each splice (default: 6)'),
    closures: choice(['1', '2'], 'banyak closure (bawaan: 2)', 'closures (default: 2)'),
    agency: value('TENANT', 'surat untuk perangkat daerah ini saja', 'the letter to this agency alone'),
    number: value('NUMBER', 'nomor surat', 'number of the letter'),
    date: value('YYYY-MM-DD', 'tanggal surat (bawaan: hari ini)', 'date of the letter (default: today)'),
    signatory: value('ROLE', 'jabatan yang menandatangani', 'who signs, by role'),
    format: choice(['text', 'markdown', 'html', 'json'], 'bentuk hasil', 'form of the result'),
  },
  run(shell, given, [id = '']) {
    const fault = dayFault('--date', given.date)
    if (fault !== undefined) return fault
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { plan, network } = loaded
    const task = taskOf(network, id.replace(/^cable:/, ''), given, shell.today)
    if (isRefusal(task)) return task
    const order = repairOrderOf(plan, task)
    const text = textOf(shell, network, order, given)
    if (isRefusal(text)) return text
    shell.print(text)
    return 0
  },
})

type Given = Readonly<
  Record<
    'begins' | 'since' | 'setup' | 'splice' | 'closures' | 'agency' | 'number' | 'date' | 'signatory' | 'format',
    string | undefined
  >
> & { readonly at: readonly string[] }

function taskOf(network: Network, id: string, given: Given, today: string): RepairTask | Refusal {
  const cable = ownCable(network, id)
  if (isRefusal(cable)) return cable
  const at = placesOf(network, id, wordsOf(given.at))
  if (isRefusal(at)) return at
  const moments = momentsOf(given, today)
  if (isRefusal(moments)) return moments
  const [setup, splice] = [typedNumber(given.setup ?? ''), typedNumber(given.splice ?? '')]
  if (given.setup !== undefined && setup === undefined) return noMinutes('setup', given.setup)
  if (given.splice !== undefined && (splice ?? 0) === 0) return noMinutes('splice', given.splice)
  return {
    cable,
    at,
    ...moments,
    setupMinutes: setup ?? usual.setup,
    spliceMinutes: splice ?? usual.splice,
    closures: given.closures === '1' ? 1 : 2,
  }
}

function ownCable({ cables }: Network, id: string): Cable | Refusal {
  const cable = cables.get(id)
  if (cable === undefined) {
    const near = nearHint(id, [...cables.keys()])
    return refuse(`kabel \`${id}\` tidak dikenal${near.id}`, `unknown cable \`${id}\`${near.en}`)
  }
  return cable.rented === undefined
    ? cable
    : refuse(
        `${id} serat sewa: ${cable.rented.owner} yang menyambungnya`,
        `${id} is rented: ${cable.rented.owner} splices it`,
      )
}

function momentsOf(given: Given, today: string): Pick<RepairTask, 'begins' | 'since'> | Refusal {
  const begins = given.begins ?? `${today} 08:00`
  const since = given.since ?? begins
  for (const [option, moment] of Object.entries({ begins, since }))
    if (!/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/.test(moment) || !dateForm.safeParse(moment.slice(0, 10)).success)
      return refuse(
        `--${option} ${moment}: tulis '2026-11-02 13:00'`,
        `--${option} ${moment}: write '2026-11-02 13:00'`,
      )
  return since > begins
    ? refuse('--since: sesudah regu mulai', '--since: it is after the crew begins')
    : { begins, since }
}

function placesOf(network: Network, cable: string, ids: readonly string[]): readonly Structure[] | Refusal {
  if (ids.length > 2) return refuse('--at: satu atau dua struktur', '--at: one or two structures')
  const stations = planPlant(network).cables.get(cable)?.stationsAt
  const places = ids.flatMap(id => network.structures.get(id) ?? [])
  const strange = ids.filter(id => !places.some(place => place.id === id && stations?.has(placeOf(place))))
  return strange.length === 0
    ? places
    : refuse(
        `kabel ${cable} tidak melewati ${strange.join(', ')}`,
        `cable ${cable} does not pass ${strange.join(', ')}`,
      )
}

function noMinutes(option: string, text: string): Refusal {
  return refuse(`--${option} ${text}: bukan angka menit`, `--${option} ${text}: not a number of minutes`)
}

function textOf(shell: Shell, network: Network, order: RepairOrder, given: Given): string | Refusal {
  const { language } = shell
  if (given.format === 'json') return jsonText(repairOrderJson(order))
  if (given.format !== 'markdown' && given.format !== 'html') return repairOrderText(order, language)
  const head: NoticeHead = {
    number: given.number ?? '........................',
    date: given.date ?? shell.today,
    signatory: given.signatory ?? '........................',
  }
  const title = order.task.cable.id
  return lettersTo({ ...messages, found: order, agency: given.agency, format: given.format, title, language }, one =>
    repairLetter(network, order, one, head, language),
  )
}
