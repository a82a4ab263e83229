import { dayAfter, daysBefore } from '../../model/days.ts'
import type { Contract, Network } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import type { ThingEvent } from './event.ts'

/**
 * Contracts that begin and end, hand-overs that are due, addenda that take effect, and the day on which a procurement
 * should begin.
 */
export function contractEvents(network: Network): ThingEvent[] {
  const widest = Math.max(0, ...network.declared.policy.expiryDays)
  return [...network.contracts.values()].flatMap(contract => [
    ...lifeOf(network, contract, widest),
    ...deliveryOf(contract),
    ...addendaOf(contract),
  ])
}

function lifeOf(network: Network, contract: Contract, widest: number): ThingEvent[] {
  const { id, declared, period, origin } = contract
  const { successor } = declared
  const at = inside(origin, 'period')
  const end = endPlace(contract)
  const ends: ThingEvent = {
    day: period.to,
    event: { kind: 'contract-ends', contract: id, ...(successor === undefined ? {} : { successor }) },
    about: contract,
    at: end,
  }
  const begins: ThingEvent = {
    day: period.from,
    event: { kind: 'contract-begins', contract: id },
    about: contract,
    at: inside(at, 'from'),
  }
  if (isContinued(network, contract)) return [begins, ends]
  const opens: ThingEvent = {
    day: daysBefore(period.to, widest),
    event: { kind: 'procurement-begins', contract: id, to: period.to },
    about: contract,
    at: end,
  }
  return [begins, opens, ends]
}

/** Where its last day stands: in the last addendum that moves it, else in the contract. */
function endPlace({ declared: { addenda }, origin }: Contract): Place {
  const moved = addenda.findLastIndex(({ to }) => to !== undefined)
  return moved < 0 ? inside(origin, 'period', 'to') : inside(origin, 'addenda', moved, 'to')
}

function isContinued({ contracts }: Network, { declared: { successor }, period }: Contract): boolean {
  const next = successor === undefined ? undefined : contracts.get(successor)?.period
  return next !== undefined && next.from <= dayAfter(period.to) && next.to > period.to
}

/** As long as no hand-over is on paper. */
function deliveryOf(contract: Contract): ThingEvent[] {
  const { delivery, documents } = contract.declared
  if (delivery === undefined || documents.some(({ kind }) => kind === 'bast')) return []
  const at = inside(contract.origin, 'delivery', 'due')
  return [{ day: delivery.due, event: { kind: 'delivery-due', contract: contract.id }, about: contract, at }]
}

function addendaOf(contract: Contract): ThingEvent[] {
  return contract.declared.addenda.map(({ number, from }, i) => ({
    day: from,
    event: { kind: 'addendum', contract: contract.id, number },
    about: contract,
    at: inside(contract.origin, 'addenda', i, 'from'),
  }))
}
