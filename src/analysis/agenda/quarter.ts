import { daysBetween } from '../../model/days.ts'
import type { Contract, Network } from '../../model/network.ts'
import { byText } from '../../text/order.ts'

interface Ending {
  readonly contract: Contract
  /** Days from that day to its last one. */
  readonly left: number
}

/** Contracts whose last day lies in the quarter of a day, and has not passed. */
export function contractsOfQuarter(network: Network, asOf: string): Ending[] {
  const quarter = quarterOf(asOf)
  return [...network.contracts.values()]
    .filter(({ period: { to } }) => to >= asOf && quarterOf(to) === quarter)
    .map(contract => ({ contract, left: daysBetween(asOf, contract.period.to) }))
    .sort(byText(({ contract }) => `${contract.period.to} ${contract.id}`))
}

function quarterOf(date: string): string {
  return `${date.slice(0, 4)} ${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}
