import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { momentMeant } from '../../load/date-words.ts'
import { outageCauses, type TicketDeclaration } from '../../model/record-file.ts'
import { things } from '../../words/things.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import type { Outage, Told } from './outage.ts'

/** Headings that offices and providers use, in lower case. */
const headings = {
  circuit: [
    'circuit',
    things.circuit.id,
    'cid',
    'provider_ref',
    'nomor layanan',
    'layanan',
    'service',
    'site',
    things.site.id,
    'lokasi',
  ],
  from: ['from', 'start', 'mulai', 'open', 'down', 'waktu mulai', 'start time', 'dari'],
  to: ['to', 'end', 'selesai', 'close', 'up', 'waktu selesai', 'end time', 'sampai'],
  cause: ['cause', 'sebab', 'penyebab', 'rfo'],
  reference: ['reference', 'ticket', 'tiket', 'no tiket', 'nomor tiket', 'referensi'],
} as const

/** As a heading reads once its underscores are spaces. */
function forms(key: keyof typeof headings): string[] {
  return headings[key].map(known => known.replaceAll('_', ' '))
}

const causePatterns: readonly (readonly [RegExp, TicketDeclaration['cause']])[] = [
  [/putus|cut|fo |fiber|fibre/i, 'cable-cut'],
  [/pln.*(pelanggan|lokasi)|customer.*power|listrik pelanggan/i, 'customer-power'],
  [/listrik|power/i, 'provider-power'],
  [/maintenance|pemeliharaan|terencana|planned/i, 'planned-maintenance'],
  [/kahar|force majeure|banjir|gempa|petir/i, 'force-majeure'],
  [/penyedia|provider|perangkat/i, 'provider'],
]

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/**
 * Tickets of a provider or an office: a heading, then a line an outage; by comma, semicolon or tab. Times are local.
 */
export function readCsv(text: string, source: Outage['source']): Told | Refusal {
  const parsed = parsedRows(text)
  const [head, ...rows] = parsed ?? []
  const columns = head?.record.map(name => name.trim().toLowerCase().replaceAll('_', ' ')) ?? []
  const indexOf = (key: keyof typeof headings): number => columns.findIndex(name => forms(key).includes(name))
  const [circuit, from, to, cause, reference] = [
    indexOf('circuit'),
    indexOf('from'),
    indexOf('to'),
    indexOf('cause'),
    indexOf('reference'),
  ]
  if (circuit < 0 || from < 0 || to < 0)
    return refuse(
      'CSV ini perlu kolom circuit, from dan to (atau sirkuit, mulai, selesai)',
      'this CSV needs the columns circuit, from and to (or sirkuit, mulai, selesai)',
    )
  const told = rows.map(({ record, info: { lines } }) => {
    const cell = (index: number): string => (record[index] ?? '').trim()
    const [begin, end] = [momentMeant(cell(from)), momentMeant(cell(to))]
    if (begin === undefined || end === undefined) return badTime(lines, `${cell(from)} .. ${cell(to)}`)
    return {
      where: { id: `baris ${lines}`, en: `line ${lines}` },
      names: [cell(circuit)],
      from: withSeconds(begin),
      to: withSeconds(end),
      cause: causeOf(cell(cause)),
      source,
      reference: cell(reference) === '' ? undefined : cell(reference),
    } satisfies Outage
  })
  return {
    outages: told.flatMap(one => ('names' in one ? [one] : [])),
    remarks: told.flatMap(one => ('names' in one ? [] : [one])),
  }
}

function parsedRows(text: string): z.output<typeof records> | undefined {
  try {
    const rows: unknown = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      trim: true,
    })
    return records.parse(rows)
  } catch {
    return undefined
  }
}

function badTime(line: number, times: string): { id: string; en: string } {
  return {
    id: `baris ${line}: waktunya tidak terbaca (${times}); dilewati`,
    en: `line ${line}: its times cannot be read (${times}); left out`,
  }
}

function causeOf(text: string): TicketDeclaration['cause'] {
  const exact = outageCauses.find(cause => cause === text)
  return exact ?? causePatterns.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown'
}

function withSeconds(moment: string): string {
  return moment.length === 16 ? `${moment}:00` : moment
}
