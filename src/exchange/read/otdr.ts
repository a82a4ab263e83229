import { createHash } from 'node:crypto'
import { isUnread, type Cell, type Remark, type Row, type Told, type Unread } from '../table.ts'
import { eventsSheet, shotSheet } from './otdr-sheets.ts'
import { readSor, type SorTrace } from './sor.ts'

export async function readOtdr(file: string, bytes: Uint8Array): Promise<Told | Unread> {
  const trace = readSor(bytes)
  if (isUnread(trace)) return trace
  const shot: Row = {
    at: { file, sheet: shotSheet, row: 1, unit: 'record' },
    cells: filled([
      ['cable', trace.cableId],
      ['fiber', trace.fiberId],
      ['location a', trace.locationA],
      ['location b', trace.locationB],
      ['direction', trace.isReversed ? 'b to a' : 'a to b'],
      ['date', dayOf(trace.shotAt)],
      ['wavelength nm', trace.wavelengthNm],
      ['group index', trace.groupIndex],
      ['pulse ns', trace.pulseNs],
      ['instrument', [trace.supplier, trace.model].filter(each => each !== '').join(' ')],
      ['comment', trace.comment],
      ['sha256', createHash('sha256').update(bytes).digest('hex')],
    ]),
  }
  const events = trace.events.map(
    (event): Row => ({
      at: { file, sheet: eventsSheet, row: event.number, unit: 'record' },
      cells: filled([
        ['at m', event.atM],
        ['kind', event.isEnd ? 'end' : event.kind],
        ['loss db', event.lossDb],
        ['reflectance db', event.reflectanceDb],
        ['code', event.code],
        ['comment', event.comment],
      ]),
    }),
  )
  return {
    tables: [tableOf(file, shotSheet, [shot]), tableOf(file, eventsSheet, events)],
    remarks: remarksOf(file, trace),
  }
}

function filled(cells: readonly (readonly [string, Cell | undefined])[]): Map<string, Cell> {
  return new Map(
    cells.flatMap(([column, value]) => (value === undefined || value === '' ? [] : [[column, value] as const])),
  )
}

function tableOf(file: string, sheet: string, rows: readonly Row[]): Told['tables'][number] {
  return { file, sheet, columns: [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))], rows }
}

function dayOf(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString().slice(0, 10)
}

function remarksOf(file: string, { checksum, groupIndex, unknownBlocks, userOffsetM }: SorTrace): Remark[] {
  const say = (certainty: Remark['certainty'], id: string, en: string): Remark => ({
    at: { file },
    certainty,
    why: { id, en },
  })
  return [
    ...(checksum === 'absent' ? [say('guessed', 'berkas ini tanpa jumlah kendali', 'this file has no checksum')] : []),
    ...(checksum === 'never-right'
      ? [
          say(
            'guessed',
            'jumlah kendali alat ini tidak pernah cocok; tidak diperiksa',
            "this instrument's checksums never fit; it was not held against",
          ),
        ]
      : []),
    ...(groupIndex === undefined
      ? [
          say(
            'guessed',
            'indeks bias tidak disebut; jaraknya dengan 1,4682',
            'no index is said; its distances are by 1.4682',
          ),
        ]
      : []),
    ...(userOffsetM === 0
      ? []
      : [
          say(
            'guessed',
            `alat memulai ${userOffsetM} m di belakang ujungnya (user offset); jarak dihitung dari situ`,
            `the instrument begins ${userOffsetM} m behind its own end (user offset); distances are from there`,
          ),
        ]),
    ...unknownBlocks.map(name =>
      say('left-out', `blok pembuat alat: ${name}`, `a block of the instrument's maker: ${name}`),
    ),
  ]
}
