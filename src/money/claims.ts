import type { Claim, Contract, Network, Payment, Ticket } from '../model/network.ts'
import { inside, type Place } from '../source/source.ts'
import { remembered } from '../source/remembered.ts'
import { byText } from '../text/order.ts'
import { downtimes, type MonthDowntime } from './downtime.ts'

/** Days after a month in which a letter is expected. */
export const claimDays = 30

/** What one contract owes back for one month, by its tickets and its formula. */
export interface Restitution {
  readonly contract: Contract
  /** `2026-03`. */
  readonly month: string
  /** Each circuit with tickets, those that nothing comes back for too. */
  readonly circuits: readonly MonthDowntime[]
  /** All of them, in the order of their beginning. */
  readonly tickets: readonly Ticket[]
  readonly rupiah: number
  /** The letters that claim it. */
  readonly claims: readonly Claim[]
}

/** Every contract and month with tickets, by contract and month. */
export const restitutions: (network: Network) => readonly Restitution[] = remembered(network => {
  const claims = Map.groupBy(network.claims.values(), ({ contract, declared }) => `${contract.id} ${declared.month}`)
  const groups = Map.groupBy(downtimes(network), ({ contract, month }) => `${contract.id} ${month}`)
  return [...groups].flatMap(([key, circuits]) => {
    const [first] = circuits
    if (first === undefined) return []
    const tickets = [...new Set(circuits.flatMap(one => one.tickets))]
    return [
      {
        contract: first.contract,
        month: first.month,
        circuits,
        tickets: tickets.toSorted(byText(({ declared }) => declared.from)),
        rupiah: circuits.reduce((sum, { rupiah }) => sum + rupiah, 0),
        claims: claims.get(key) ?? [],
      },
    ]
  })
})

/** What is owed back and nobody has asked for. */
export function unclaimed(network: Network): Restitution[] {
  return restitutions(network).filter(({ rupiah, claims }) => rupiah > 0 && claims.length === 0)
}

export function restitutionOf(network: Network, contract: string, month: string): Restitution | undefined {
  return restitutions(network).find(one => one.contract.id === contract && one.month === month)
}

/** A sum that an invoice leaves out for a claim. */
interface Deduction {
  readonly payment: Payment
  readonly claim: string
  readonly rupiah: number
  readonly at: Place
}

/** What was taken off invoices for these claims. */
export function deductionsOf({ payments }: Network, claims: readonly Claim[]): Deduction[] {
  const ids = new Set(claims.map(({ id }) => id))
  return [...payments.values()].flatMap(payment =>
    payment.declared.deductions.flatMap(({ claim, rupiah }, i) =>
      ids.has(claim) ? [{ payment, claim, rupiah, at: inside(payment.origin, 'deductions', i, 'rupiah') }] : [],
    ),
  )
}
