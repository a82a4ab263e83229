import { common, daysBetween, monthEnd } from '../../model/days.ts'
import type { Payment } from '../../model/network.ts'
import { monthsPaid, paymentsOf } from '../../money/paid.ts'
import { rule } from '../define.ts'
import { contractIdPlace, isWhole } from '../contract/boughts.ts'
import { mayHide } from '../missing.ts'
import { listed, rupiah } from '../../words/figures.ts'
import { strayDayOf } from './covered-days.ts'

export const servedAndUnpaid = rule({
  code: 'BYR006',
  name: 'served-and-unpaid',
  severity: 'warning',
  title: { id: 'Layanan diterima, belum dibayar', en: 'Served and not paid' },
  *check({ network, plan: { asOf } }) {
    // An inventory without payments keeps them elsewhere.
    if (network.payments.size === 0 || !isWhole(network) || mayHide(network, 'payment')) return
    const { unpaidDays } = network.declared.policy
    const recorded = paymentsOf(network)
    for (const contract of network.contracts.values()) {
      if (!recorded.has(contract.id)) continue
      const unpaid = monthsPaid(network, contract).filter(
        ({ invoice, payments }) =>
          daysBetween(monthEnd(invoice.month), asOf) > unpaidDays &&
          !payments.some(({ declared }) => declared.sp2d !== undefined),
      )
      // A payment for days that are not its own leaves its own days unpaid: one cause.
      if (unpaid.length <= strayPayments(recorded.get(contract.id) ?? [])) continue
      yield {
        at: contractIdPlace(contract),
        about: [contract, contract.provider],
        facts: {
          contract: contract.id,
          months: unpaid.map(({ invoice }) => invoice.month),
          sum: unpaid.reduce((sum, { invoice }) => sum + invoice.exclPpnRupiah + invoice.ppnRupiah, 0),
          days: unpaidDays,
        },
      }
    }
  },
  message: ({ contract, months, sum, days }) => ({
    id:
      `kontrak ${contract}: layanan ${listed(months).id} diterima lebih dari ${days} hari lalu dan belum dibayar, ` +
      `${rupiah(sum).id} termasuk PPN`,
    en: `contract ${contract}: ${listed(months).en} was served more than ${days} days ago and is not paid, ${rupiah(sum).en} with PPN`,
  }),
  hint: () => ({
    id: 'catat pembayarannya di payments/ dengan nomor SP2D, atau selesaikan tagihannya; yang belum dibayar pada 31 Desember adalah utang',
    en: 'record the payment under payments/ with its SP2D, or settle the invoice; what is unpaid on 31 December is a debt',
  }),
})

/** What was paid out for days that another payment is for, that the contract does not have, or that are no month's. */
function strayPayments(payments: readonly Payment[]): number {
  return payments.filter(
    (payment, i) =>
      payment.declared.sp2d !== undefined &&
      (strayDayOf(payment) !== undefined ||
        payments.slice(0, i).some(other => common(other.declared.covers, payment.declared.covers) !== undefined)),
  ).length
}
