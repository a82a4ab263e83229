import { createHash } from 'node:crypto'
import type { AgendaEntry } from '../../analysis/agenda/agenda.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import { dayAfter } from '../../model/days.ts'
import { eventWords, sentenceOf } from './words.ts'

/**
 * An agenda as iCalendar (RFC 5545): an event of a whole day for each entry, which keeps its UID as long as it happens
 * to the same things on the same day, so that a calendar that subscribes sees no doubles. The stamp is the day of the
 * agenda: the same inventory gives the same bytes. Written here, since it is four kinds of line and the library that is
 * kept up does not run on Node 20.
 */
export function agendaIcs(
  { declared: { name, domain } }: Network,
  entries: readonly AgendaEntry[],
  { day, language }: { readonly day: string; readonly language: Language },
): string {
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//serat//agenda//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(`${language === 'id' ? 'Agenda jaringan' : 'Network agenda'} ${name}`)}`,
  ]
  const events = entries.flatMap(entry => eventLines(entry, { day, language, domain }))
  return [...head, ...events, 'END:VCALENDAR'].map(line => `${folded(line)}\r\n`).join('')
}

interface Frame {
  readonly day: string
  readonly language: Language
  readonly domain: string
}

function eventLines(entry: AgendaEntry, { day, language, domain }: Frame): string[] {
  const { event, about } = entry
  const things = about.map(({ kind, id }) => `${kind}:${id}`).join(' ')
  const uid = createHash('sha256').update(`${entry.day} ${event.kind} ${things}`).digest('hex').slice(0, 32)
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@${domain}`,
    `DTSTAMP:${compact(day)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(entry.day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(entry.day))}`,
    `SUMMARY:${text(sentenceOf(entry)[language])}`,
    `DESCRIPTION:${text(things)}`,
    `CATEGORIES:${text(eventWords[event.kind][language])}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function compact(date: string): string {
  return date.replaceAll('-', '')
}

/** A value of type TEXT (RFC 5545, 3.3.11): what would end it, or the line, is escaped. */
function text(value: string): string {
  return value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replace(/\r\n|[\r\n]/g, '\\n')
}

const utf8 = new TextEncoder()

/** Lines of at most 75 octets (RFC 5545, 3.1), never cut within a character. */
function folded(line: string): string {
  const rows: string[] = []
  let [row, octets] = ['', 0]
  for (const sign of line) {
    const size = utf8.encode(sign).length
    if (octets + size > 75) {
      rows.push(row)
      row = ' '
      octets = 1
    }
    row += sign
    octets += size
  }
  return [...rows, row].join('\r\n')
}
