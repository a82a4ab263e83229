import { inside } from '../../source/source.ts'
import { pphLawOn, pphOf } from '../../money/pph.ts'
import { deductedBy, dueOf } from '../../money/paid.ts'
import { ppnLaws, ppnOf, ppnRuleOn } from '../../money/ppn.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'

export const paymentTaxDiffers = rule({
  code: 'BYR002',
  name: 'payment-tax-differs',
  severity: 'error',
  title: { id: 'Pajak pada tagihan salah', en: 'Tax on an invoice is wrong' },
  *check({ network }) {
    for (const payment of network.payments.values()) {
      const { declared, contract, origin, id, kind } = payment
      const { exclPpnRupiah: excl, ppnRupiah, date } = declared.invoice
      const ppnRule = ppnRuleOn(date, contract.declared.price.ppnRule)
      const taxes = [
        {
          name: 'PPN',
          at: inside(origin, 'invoice', 'ppnRupiah'),
          stated: ppnRupiah,
          right: ppnOf(excl, ppnRule),
          law: ppnLaws[ppnRule].source,
        },
        {
          name: 'PPh 23',
          at: inside(origin, 'pphRupiah'),
          stated: declared.pphRupiah,
          right: pphOf(excl, date),
          law: pphLawOn(date)?.source ?? '-',
        },
      ]
      // An invoice of another sum than is due, whose taxes are those of what is due, is one fault: its sum (BYR001).
      const due = dueOf(network, payment) - deductedBy(payment)
      if (excl !== due && ppnRupiah === ppnOf(due, ppnRule) && declared.pphRupiah === pphOf(due, date)) continue
      for (const { at, name, stated, right, law } of taxes)
        if (stated !== right)
          yield { at, about: [{ kind, id }, contract], facts: { payment: id, name, stated, right, law } }
    }
  },
  message: ({ payment, name, stated, right }) => ({
    id: `${name} tagihan ${payment} tertulis ${rupiah(stated).id}, seharusnya ${rupiah(right).id}`,
    en: `${name} of invoice ${payment} is ${rupiah(stated).en}, and should be ${rupiah(right).en}`,
  }),
  hint: ({ name, law }) => ({
    id: `${name} dihitung dari tagihan tanpa PPN menurut aturan pada tanggal tagihan: ${law}`,
    en: `${name} is of the invoice without PPN, by the law on the day of the invoice: ${law}`,
  }),
})
