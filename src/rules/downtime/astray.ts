import { isReversed, monthParts } from '../../model/days.ts'
import type { Network, Ticket } from '../../model/network.ts'
import { secondsAt } from '../../money/downtime.ts'

export type Astray = 'reversed' | 'outside' | 'future'

/** Why a ticket cannot be; undefined where it can. */
export function whyAstray({ declared: { from, to }, bought }: Ticket, asOf: string): Astray | undefined {
  const { period } = bought.declared
  if (secondsAt(to) <= secondsAt(from)) return 'reversed'
  // A period that ends before it begins has a finding of its own.
  if (isReversed(period)) return undefined
  if (from.slice(0, 10) < period.from || to.slice(0, 10) > period.to) return 'outside'
  return to.slice(0, 10) > asOf ? 'future' : undefined
}

/** `ktr-1 2026-03`: contracts and months with a ticket that cannot be; what comes back for them follows from it. */
export function monthsAstray({ tickets }: Network, asOf: string): ReadonlySet<string> {
  const astray = [...tickets.values()].filter(ticket => whyAstray(ticket, asOf) !== undefined)
  return new Set(
    astray.flatMap(({ bought, declared }) => {
      const [first = '', last = ''] = [declared.from.slice(0, 10), declared.to.slice(0, 10)].sort()
      const contracts = new Set(bought.terms.flatMap(term => term.contracts.map(({ id }) => id)))
      return monthParts({ from: first, to: last }).flatMap(({ month }) => [...contracts].map(id => `${id} ${month}`))
    }),
  )
}
