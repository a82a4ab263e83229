import { platforms } from '../../compile.ts'
import { isRefused } from '../../edit/edited.ts'
import { repairCable } from '../../edit/repair/repair-cable.ts'
import type { RepairWish } from '../../edit/repair/wish.ts'
import { load } from '../../load/load.ts'
import { command } from '../command.ts'
import { applyEdit } from '../edit/apply.ts'
import { repairReport } from '../edit/repair-report.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { parseReadings } from '../locate/reading.ts'
import { typedNumber } from '../locate/typed-length.ts'
import { choice, inventoryOptions, list, value } from '../options.ts'
import { dayFault } from '../shell/day-fault.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'

export const repairCableCommand = command({
  name: 'repair-cable',
  about: {
    id:
      'Tulis perbaikan sesudah kabel putus: closure, potongan baru, sambungan satu lawan satu; jalur rute tetap. ' +
      'Menyebut redaman sebelum dan sesudah serta bahan yang dipakai.',
    en:
      'Writes the repair of a cable that was cut: closures, the new piece, splices one to one; paths stay. ' +
      'Tells loss before and after, and the material that was used.',
  },
  operands: 'CABLE',
  fewestOperands: 1,
  mostOperands: 1,
  example: 'serat repair-cable c-utara-3 --at p-utara-070,p-utara-071 --length 62',
  options: {
    ...inventoryOptions,
    at: list(
      'ID[,ID]',
      'struktur tempat closure; dua untuk ruas di antaranya',
      'structure of the closure; two for the stretch between',
    ),
    mark: value('M', 'angka meter pada selubung di titik putus', 'metre mark of the sheath at the cut'),
    otdr: list(
      'route=…,from=…,reading=…',
      'bacaan OTDR, seperti pada serat locate',
      'a reflectometer reading, as for serat locate',
    ),
    closures: choice(
      ['1', '2'],
      'banyak closure (bawaan: 2, dengan potongan baru)',
      'closures (default: 2, with a new piece)',
    ),
    length: value(
      'M',
      'selubung potongan baru; dengan satu closure yang ditarik dari gulungan terdekat',
      'sheath of the new piece; with one closure what was pulled out of the nearest coil',
    ),
    type: value('ID', 'jenis kabel potongan baru (bawaan: sama)', 'cable type of the new piece (default: the same)'),
    date: value('YYYY-MM-DD', 'hari perbaikan (bawaan: hari ini)', 'day of the repair (default: today)'),
  },
  run(shell, given, [cable = '']) {
    const wish = wishOf(given, cable, shell.today)
    if (isRefusal(wish)) return wish
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { inventory, network } = loaded
    const outcome = repairCable(inventory.sources, network, wish)
    const code = applyEdit(shell, loaded, outcome)
    if (code !== 0 || isRefused(outcome)) return code
    const after = load(outcome.sources, platforms).value
    if (after !== undefined) shell.print(repairReport(network, after, { cable, ...outcome }, shell.language))
    return code
  },
})

type Given = Readonly<Record<'mark' | 'closures' | 'length' | 'type' | 'date', string | undefined>> &
  Readonly<Record<'at' | 'otdr', readonly string[]>>

function wishOf(given: Given, cable: string, today: string): RepairWish | Refusal {
  const readings = parseReadings(given.otdr)
  if (isRefusal(readings)) return readings
  const closures = given.closures === '1' ? 1 : 2
  const [mark, length] = [given.mark, given.length].map(text => (text === undefined ? undefined : typedNumber(text)))
  if (given.mark !== undefined && mark === undefined) return noNumber('mark', given.mark)
  if (given.length !== undefined && length === undefined) return noNumber('length', given.length)
  if (closures === 2 && (length ?? 0) === 0)
    return refuse(
      'sebut panjang potongan baru: --length METER; atau --closures 1',
      'say the length of the new piece: --length METRES; or --closures 1',
    )
  const day = given.date ?? today
  const fault = dayFault('--date', day)
  if (fault !== undefined) return fault
  return {
    cable: cable.replace(/^cable:/, ''),
    at: given.at.flatMap(text => text.split(',')),
    markM: mark,
    reading: readings[0],
    closures,
    lengthM: length ?? 0,
    type: given.type,
    day,
  }
}

function noNumber(option: string, text: string): Refusal {
  return refuse(`--${option} ${text}: bukan angka meter`, `--${option} ${text}: not a number of metres`)
}
