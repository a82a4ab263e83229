import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { TicketDeclaration } from '../../model/record-file.ts'

/** A stretch of downtime as a file tells it. */
export interface Outage {
  /** Where it stands, for people: a line of a CSV, a series. */
  readonly where: Bilingual
  /** What may name a circuit: its id, its provider's number, its site. */
  readonly names: readonly string[]
  /** `2026-03-14 08:15:00`, in the network's own time zone. */
  readonly from: string
  readonly to: string
  readonly cause: TicketDeclaration['cause']
  readonly source: TicketDeclaration['evidence']['source']
  readonly reference: string | undefined
}

/** What a file holds, and what of it is no downtime and had to be said. */
export interface Told {
  readonly outages: readonly Outage[]
  readonly remarks: readonly Bilingual[]
}

/** An instant on the clock of a time zone: `2026-03-14 08:15:00`. */
export function localMoment(milliseconds: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(milliseconds)
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find(part => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}:${of('second')}`
}
