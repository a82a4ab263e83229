import { agendaOf } from '../../analysis/agenda/agenda.ts'
import { daysAfter } from '../../model/days.ts'
import { agendaColumns } from '../../render/agenda/columns.ts'
import { agendaIcs } from '../../render/agenda/ics.ts'
import { lineFinder } from '../../render/money/operands.ts'
import { csv } from '../../render/tables/csv.ts'
import { pick, type Column } from '../../render/tables/column.ts'
import { warnOfPin } from '../day.ts'
import { command } from '../command.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { choice, historyOptions, value } from '../options.ts'
import { dayFault } from '../shell/day-fault.ts'
import { tableJson, tableText } from '../tables/print.ts'
import { table } from '../../show/table.ts'

/** A quarter: the widest window in which a contract's end is mentioned unless a policy says otherwise. */
const defaultDays = 90

export const agenda = command({
  name: 'agenda',
  about: {
    id:
      'Apa yang mulai, berakhir atau jatuh tempo: kontrak, adendum, sirkuit, izin, pengecualian, tagihan, klaim. ' +
      'Yang lewat jatuh tempo berdiri paling atas.',
    en: 'What begins, ends or falls due: contracts, addenda, circuits, permits, waivers, payments, claims. What is overdue stands first.',
  },
  operands: '',
  fewestOperands: 0,
  mostOperands: 0,
  example: 'serat agenda --until 2027-01-31 --format ics',
  options: {
    ...historyOptions,
    until: value('YYYY-MM-DD', 'hari terakhir (bawaan: 90 hari lagi)', 'the last day (default: 90 days on)'),
    format: choice(['text', 'json', 'csv', 'ics'], 'bentuk hasil', 'form of the result'),
  },
  run(shell, given) {
    const asked = given.until
    const fault = dayFault('--until', asked)
    if (fault !== undefined) return fault
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { network, plan, asOf, base } = loaded
    warnOfPin(shell, loaded, given['as-of'])
    const until = asked ?? daysAfter(asOf, defaultDays)
    const rows = agendaOf(network, { from: asOf, to: until })
    const { language } = shell
    if (given.format === 'ics') {
      shell.print(agendaIcs(network, rows, { day: asOf, language }))
      return 0
    }
    const columns = agendaColumns(language, lineFinder(), path => (base === '' ? path : `${base}/${path}`))
    if (given.format === 'csv') {
      shell.print(csv({ columns, rows }, network.declared.csv))
      return 0
    }
    const filled = table({ rows: () => rows, idOf: ({ day }) => day, columns, narrow: narrow(columns) })({
      network,
      plan,
    })
    shell.print(given.format === 'json' ? tableJson(filled, filled.rows) : tableText(filled, filled.rows, language))
    return 0
  },
})

function narrow<Row>(columns: readonly Column<Row>[]): Column<Row>[] {
  return pick(columns, ['day', 'overdue', 'event', 'what'])
}
