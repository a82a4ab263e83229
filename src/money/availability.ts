import { monthEnd } from '../model/days.ts'
import type { Bought, Contract, Network } from '../model/network.ts'
import { availabilityPercent, downtimes, type MonthDowntime } from './downtime.ts'
import { invoicesOf } from './invoices.ts'
import type { PriceLine } from './price-lines.ts'

/** One circuit in one month against what its contract promises. */
export interface Availability {
  readonly contract: Contract
  readonly bought: Bought
  readonly line: PriceLine
  /** `2026-03`. */
  readonly month: string
  /** Undefined where no ticket says that anything was down. */
  readonly downtime: MonthDowntime | undefined
  /** Of the month's seconds, by what the contract counts. */
  readonly percent: number
  /** Undefined where the contract promises nothing. */
  readonly isMet: boolean | undefined
}

/** Every circuit and month that was served until a day, by contract and month. */
export function availabilitiesUntil(network: Network, day: string): Availability[] {
  const known = new Map(downtimes(network).map(one => [keyOf(one.month, one.line), one]))
  return [...network.contracts.values()].flatMap(contract =>
    invoicesOf(network, contract)
      .filter(({ month }) => monthEnd(month) <= day)
      .flatMap(({ month, lines }) =>
        lines.map(({ line }): Availability => {
          const downtime = known.get(keyOf(month, line))
          const percent = downtime === undefined ? 100 : availabilityPercent(downtime)
          const promised = contract.declared.sla?.availabilityPercent
          return {
            contract,
            bought: line.bought,
            line,
            month,
            downtime,
            percent,
            isMet: promised === undefined ? undefined : percent >= promised,
          }
        }),
      ),
  )
}

function keyOf(month: string, { contract, bought, period }: PriceLine): string {
  return [month, contract.id, bought.kind, bought.id, period.from].join(' ')
}
