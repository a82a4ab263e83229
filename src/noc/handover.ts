import type { Bought, Network, Ticket, Work } from '../model/network.ts'
import { secondsAt } from '../money/downtime.ts'
import { byText } from '../text/order.ts'
import { allowanceOf, type Allowance } from './allowance.ts'

/** What a shift leaves to the next, as far as the inventory knows it. */
interface Handover {
  /** Tickets that overlap the shift, the latest first. */
  readonly tickets: readonly Ticket[]
  /** Planned works that are under way or begin within a day. */
  readonly works: readonly Work[]
  /** What may not be down much longer in its contract's window, the nearest first. */
  readonly tight: readonly Tight[]
}

interface Tight {
  readonly bought: Bought
  readonly allowance: Allowance
}

/** Below this share of its minutes a circuit is said to be near its limit. */
const tightShare = 0.5
const aheadSeconds = 86_400

/** `moment` is the network's own, `2026-11-14 06:00:00`, at the end of a shift of so many hours. */
export function handoverOf(network: Network, moment: string, hours: number): Handover {
  const now = secondsAt(moment)
  const began = now - hours * 3600
  return {
    tickets: [...network.tickets.values()]
      .filter(({ declared: { from, to } }) => secondsAt(to) > began && secondsAt(from) <= now)
      .sort(byText(({ declared: { from } }) => from))
      .reverse(),
    works: [...network.works.values()]
      .filter(({ declared: { from, until } }) => secondsAt(until) > now && secondsAt(from) < now + aheadSeconds)
      .sort(byText(({ declared: { from } }) => from)),
    tight: [...network.circuits.values(), ...network.uplinks.values()]
      .filter(({ active }) => active)
      .flatMap((bought): Tight[] => {
        const allowance = allowanceOf(network, bought, moment.slice(0, 10))
        if (allowance === undefined || allowance.usedMinutes === 0) return []
        return allowance.leftMinutes < allowance.allowedMinutes * tightShare ? [{ bought, allowance }] : []
      })
      .sort((a, b) => a.allowance.leftMinutes - b.allowance.leftMinutes),
  }
}
