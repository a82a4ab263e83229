import type { Named, Network } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import type { Place } from '../../source/source.ts'
import { byText } from '../../text/order.ts'
import { circuitEvents } from './circuits.ts'
import { contractEvents } from './contracts.ts'
import { dueEvents } from './due.ts'
import type { Event } from './event.ts'
import { paperEvents } from './papers.ts'

/** An event and what it happens to; one event that happens to several things at once is one entry. */
export interface AgendaEntry {
  /** The day itself; of what ends or falls due its last day. */
  readonly day: string
  readonly event: Event
  readonly about: readonly Named[]
  /** Where the day stands, or that which it follows from; of several things the first one's. */
  readonly at: Place
  /** It was due before the day of the agenda, and still is not done. */
  readonly overdue: boolean
}

/**
 * What begins, ends or falls due within a period, in order of day; what fell due before it and is not done stands
 * first.
 */
export function agendaOf(network: Network, period: Period): AgendaEntry[] {
  const coming = [...contractEvents(network), ...circuitEvents(network), ...paperEvents(network)].filter(
    ({ day, event }) => day <= period.to && (period.from <= day || isStillOpen(event, period.from)),
  )
  const due = dueEvents(network).filter(({ day }) => day <= period.to)
  const together = Map.groupBy([...coming, ...due], ({ day, event }) => `${day} ${JSON.stringify(event)}`)
  return [...together.values()]
    .flatMap(([first, ...others]): AgendaEntry[] => {
      if (first === undefined) return []
      const about = [first, ...others].map(one => one.about)
      return [{ day: first.day, event: first.event, at: first.at, about, overdue: first.day < period.from }]
    })
    .sort(byText(({ day, event, about }) => `${day} ${event.kind} ${about[0]?.id ?? ''}`))
}

/** A procurement that should have begun, for a contract that has not ended. */
function isStillOpen(event: Event, day: string): boolean {
  return event.kind === 'procurement-begins' && day <= event.to
}
