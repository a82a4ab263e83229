import { common } from '../../model/days.ts'
import type { Network, Payment } from '../../model/network.ts'
import { invoicesPaidBy } from '../../money/paid.ts'
import type { PriceLine } from '../../money/price-lines.ts'
import { remembered } from '../../source/remembered.ts'
import { distinctBy } from '../grouping.ts'

interface PlannedAndPaid {
  readonly payment: Payment
  readonly line: PriceLine
}

/** What is only planned and has been paid for, each with its first payment. */
export const plannedAndPaidIn: (network: Network) => readonly PlannedAndPaid[] = remembered(network => {
  const paid = [...network.payments.values()].flatMap(payment =>
    invoicesPaidBy(network, payment)
      .flatMap(({ lines }) => lines)
      .filter(
        ({ line }) =>
          line.term.declared.status === 'planned' && common(line.period, payment.declared.covers) !== undefined,
      )
      .map(({ line }) => ({ payment, line })),
  )
  return [...distinctBy(paid, ({ line: { bought } }) => `${bought.kind} ${bought.id}`)]
})
