import { daysAfter, monthEnd } from '../../model/days.ts'
import type { Contract, Network } from '../../model/network.ts'
import { claimDays, unclaimed } from '../../money/claims.ts'
import { monthsPaid } from '../../money/paid.ts'
import { inside } from '../../source/source.ts'
import type { ThingEvent } from './event.ts'

/** Invoices that nobody has paid and restitution that nobody has claimed, on the last day on which it is expected. */
export function dueEvents(network: Network): ThingEvent[] {
  return [...unpaidOf(network), ...unclaimedOf(network)]
}

/** An inventory without payments keeps them elsewhere; so does one contract of it. */
function unpaidOf(network: Network): ThingEvent[] {
  const recorded = new Set([...network.payments.values()].map(({ contract }) => contract.id))
  const { unpaidDays } = network.declared.policy
  return [...network.contracts.values()]
    .filter(({ id }) => recorded.has(id))
    .flatMap(contract =>
      monthsPaid(network, contract)
        .filter(({ payments }) => !payments.some(({ declared }) => declared.sp2d !== undefined))
        .map(({ invoice: { month, exclPpnRupiah, ppnRupiah } }): ThingEvent => {
          const rupiah = exclPpnRupiah + ppnRupiah
          const event = { kind: 'payment-due', contract: contract.id, month, rupiah } as const
          return { day: daysAfter(monthEnd(month), unpaidDays), event, about: contract, at: nameOf(contract) }
        }),
    )
}

function unclaimedOf(network: Network): ThingEvent[] {
  return unclaimed(network).map(({ contract, month, rupiah, tickets: [ticket] }) => ({
    day: daysAfter(monthEnd(month), claimDays),
    event: { kind: 'claim-due', contract: contract.id, month, rupiah },
    about: contract,
    at: ticket === undefined ? nameOf(contract) : inside(ticket.origin, 'ticket'),
  }))
}

function nameOf(contract: Contract): ThingEvent['at'] {
  return inside(contract.origin, 'contract')
}
