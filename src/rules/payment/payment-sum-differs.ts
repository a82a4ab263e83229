import type { Network, Payment } from '../../model/network.ts'
import { deductedBy, dueOf, invoicesPaidBy } from '../../money/paid.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { isWhole } from '../contract/boughts.ts'
import { isSettled } from '../contract/settled.ts'
import { rupiah } from '../../words/figures.ts'
import { strayDayOf } from './covered-days.ts'

export const paymentSumDiffers = rule({
  code: 'BYR001',
  name: 'payment-sum-differs',
  severity: 'error',
  title: { id: 'Tagihan berbeda dari yang terutang', en: 'Invoice differs from what is due' },
  *check({ network }) {
    if (!isWhole(network)) return
    const told = new Set<string>()
    for (const payment of network.payments.values()) {
      // A fee that changed afterwards makes every invoice of its contract differ: one cause, told at the first.
      if (told.has(payment.contract.id) || !isSettled(network, payment.contract) || coversStrayDays(network, payment))
        continue
      const due = dueOf(network, payment)
      const deducted = deductedBy(payment)
      const stated = payment.declared.invoice.exclPpnRupiah
      if (stated === due - deducted || stated === due - claimedBy(network, payment)) continue
      told.add(payment.contract.id)
      yield {
        at: inside(payment.origin, 'invoice', 'exclPpnRupiah'),
        about: [payment, payment.contract],
        facts: { payment: payment.id, stated, due, deducted },
        related: [
          {
            at: inside(payment.contract.origin, 'contract'),
            message: { id: `kontrak ${payment.contract.id}`, en: `contract ${payment.contract.id}` },
          },
        ],
      }
    }
  },
  message: ({ payment, stated, due, deducted }) => ({
    id:
      `tagihan ${payment} ${rupiah(stated).id} tanpa PPN; yang terutang untuk masanya ` +
      `${rupiah(due).id}${deducted === 0 ? '' : `, dikurangi restitusi ${rupiah(deducted).id}`}: ` +
      `${rupiah(Math.abs(stated - due + deducted)).id} terlalu ${stated > due - deducted ? 'besar' : 'kecil'}`,
    en:
      `invoice ${payment} is ${rupiah(stated).en} without PPN; ` +
      `its days come to ${rupiah(due).en}${deducted === 0 ? '' : ` less ${rupiah(deducted).en} of restitution`}: ` +
      `${rupiah(Math.abs(stated - due + deducted)).en} too ${stated > due - deducted ? 'much' : 'little'}`,
  }),
  hint: () => ({
    id: 'cocokkan tagihan dengan biaya bulanan sirkuit kontrak ini; setiap bulan setiap sirkuit dibulatkan sekali ke rupiah',
    en: 'compare the invoice with the monthly fees of the circuits of its contract; each circuit and month is rounded once to the rupiah',
  }),
})

/** What the letters say that the invoice deducts; a deduction of another sum has a finding of its own. */
function claimedBy({ claims }: Network, { declared }: Payment): number {
  return declared.deductions.reduce(
    (sum, { claim, rupiah: own }) => sum + (claims.get(claim)?.declared.rupiah ?? own),
    0,
  )
}

/** Days that its contract does not have, or that are no month's, have a finding of their own. */
function coversStrayDays(network: Network, payment: Payment): boolean {
  return strayDayOf(payment) !== undefined || invoicesPaidBy(network, payment).length === 0
}
