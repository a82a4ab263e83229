import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { agendaOf, type AgendaEntry } from '../../analysis/agenda/agenda.ts'
import { compile } from '../../compile.ts'
import { edited, readKlaten } from '../../testing/klaten/inventory.ts'
import { agendaIcs } from './ics.ts'
import { sentenceOf } from './words.ts'

/** What a calendar program reads of it, by a reader that is not ours. */

const from = '2026-10-16'
// A waiver's code and reason are narrow; the network's name may be any text.
const files = edited(readKlaten(), 'network.yaml', text =>
  text.replace(
    'name: Kabupaten Klaten',
    'name: "Klaten; BEGIN:VEVENT, \\\\ 😀 sebuah nama yang panjang sekali untuk satu baris"',
  ),
)
const { network } = compile({ ...files, asOf: from, today: from, entropy: new Uint8Array(16) })
if (network === undefined) throw new Error('not loaded')
const entries = agendaOf(network, { from, to: '2027-04-01' })
const ics = agendaIcs(network, entries, { day: from, language: 'id' })
const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[])

test('another reader finds every entry, on its day, in its words', () => {
  const events = calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event))
  const read = events.map(({ summary, startDate, endDate }) => [
    summary,
    startDate.toString(),
    startDate.isDate,
    endDate.toString() > startDate.toString(),
  ])
  expect(entries.length).toBeGreaterThan(20)
  expect(read).toEqual(entries.map(entry => [sentenceOf(entry).id, entry.day, true, true]))
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  expect(calendar.getAllProperties('x-wr-calname')).toHaveLength(1)
})

test('no line is longer than 75 octets, and a day later the same entries have the same UID', () => {
  const lines = ics.split('\r\n')
  expect(lines.filter(line => Buffer.byteLength(line) > 75)).toEqual([])
  const uids = (text: string): string[] => text.split('\r\n').filter(line => line.startsWith('UID:'))
  const later = agendaIcs(network, entries, { day: '2026-10-17', language: 'id' })
  expect(uids(later)).toEqual(uids(ics))
})

test('a procurement that should have begun stays until its contract ends', () => {
  const open = (day: string): AgendaEntry[] =>
    agendaOf(network, { from: day, to: day }).filter(({ event }) => event.kind === 'procurement-begins')
  expect(open('2026-12-30').map(({ day, overdue }) => [day, overdue])).toContainEqual(['2026-10-02', true])
  expect(open('2027-01-01')).toEqual([])
})
