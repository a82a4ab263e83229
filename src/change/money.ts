import type { Bought, Network } from '../model/network.ts'
import { takenOf } from '../money/budget-share.ts'
import { rentsRunning } from '../money/permit-rent.ts'
import { byText } from '../text/order.ts'
import type { AmountChange, MoneyChange, Sides } from './parts.ts'
import type { NameAfter } from './renames.ts'

/**
 * What is paid otherwise, by the names of the new state. Of circuits and uplinks those count that are active and in
 * their period on the date.
 */
export function compareMoney(networks: Sides<Network>, asOf: Sides<string>, nameAfter: NameAfter): MoneyChange {
  const idIn = (side: keyof Sides<unknown>, { kind, id }: Pick<Amount, 'kind' | 'id'>): string =>
    side === 'after' ? id : nameAfter(`${kind}:${id}`).slice(kind.length + 1)
  const bought = both(networks, (network, side) => boughtOn(network, asOf[side]))
  const monthly = both(bought, list => list.reduce((sum, { declared }) => sum + declared.monthlyRupiah, 0))
  const contracts = both(networks, ({ contracts: list }, side) =>
    [...list.values()].map(each => ({
      kind: each.kind,
      id: idIn(side, each),
      rupiah: each.declared.price.inclPpnRupiah,
    })),
  )
  const budgets = both(networks, (network, side) => budgetsOf(network).map(each => ({ ...each, id: idIn(side, each) })))
  const ceilings = both(budgets, list => new Map(list.map(({ id, ceilingRupiah }) => [id, ceilingRupiah])))
  return {
    monthlyRupiah: monthly,
    yearlyRupiah: both(monthly, sum => 12 * sum),
    yearlyRents: both(networks, (network, side) => rentsRunning(network, asOf[side])),
    bought: amountChanges(
      both(bought, (list, side) =>
        list.map(each => ({ kind: each.kind, id: idIn(side, each), rupiah: each.declared.monthlyRupiah })),
      ),
    ),
    contracts: amountChanges(contracts),
    budgets: amountChanges(budgets, ({ id }) => ceilings.before.get(id) !== ceilings.after.get(id)).map(change => ({
      ...change,
      ceilingRupiah: given(both(ceilings, map => map.get(change.id))),
    })),
  }
}

interface Amount {
  readonly kind: string
  readonly id: string
  readonly rupiah: number
}

function both<A, B>({ before, after }: Sides<A>, of: (side: A, name: keyof Sides<A>) => B): Sides<B> {
  return { before: of(before, 'before'), after: of(after, 'after') }
}

function boughtOn({ circuits, uplinks }: Network, date: string): Bought[] {
  return [...circuits.values(), ...uplinks.values()].filter(
    ({ active, declared: { period } }) => active && period.from <= date && date <= period.to,
  )
}

function budgetsOf(network: Network): (Amount & { readonly ceilingRupiah: number })[] {
  return [...network.budgets.values()].map(budget => ({
    kind: budget.kind,
    id: budget.id,
    rupiah: takenOf(network, budget),
    ceilingRupiah: budget.ceilingRupiah,
  }))
}

/** What is on one side only, or of another amount. */
function amountChanges(
  sides: Sides<readonly Amount[]>,
  differs: (of: Amount) => boolean = () => false,
): AmountChange[] {
  const { before, after } = both(sides, list => new Map(list.map(amount => [`${amount.kind}:${amount.id}`, amount])))
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names
    .flatMap((name): AmountChange[] => {
      const [old, now] = [before.get(name), after.get(name)]
      const { kind, id } = (now ?? old) as Amount
      const same = old?.rupiah === now?.rupiah && !differs({ kind, id, rupiah: 0 })
      return same ? [] : [{ kind, id, ...given({ before: old?.rupiah, after: now?.rupiah }) }]
    })
    .sort(byText(({ kind, id }) => `${kind} ${id}`))
}

function given({ before, after }: Sides<number | undefined>): Partial<Sides<number>> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}
