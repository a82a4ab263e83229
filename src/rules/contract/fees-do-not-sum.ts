import { inside } from '../../source/source.ts'
import type { Bought } from '../../model/network.ts'
import { covers, gaps, isReversed } from '../days.ts'
import { rule } from '../define.ts'
import { counted, rupiah } from '../../words/figures.ts'
import { annexDifferences } from './annex.ts'
import { boughtUnder, isWhole } from './boughts.ts'
import { feesUnder } from './fees.ts'
import { ppnOf } from './tax.ts'
import { things } from '../../words/things.ts'

export const feesDoNotSum = rule({
  code: 'KTR009',
  name: 'fees-do-not-sum',
  severity: 'error',
  title: { id: 'Biaya sirkuit tidak berjumlah harga kontrak', en: "Circuits' fees do not add up to the price" },
  *check({ network, plan: { asOf } }) {
    if (!isWhole(network)) return
    for (const contract of network.contracts.values()) {
      const bought = boughtUnder(network, contract)
      if (bought.length === 0 || [contract, ...bought].some(({ declared }) => isReversed(declared.period))) continue
      // Another number of circuits, a period that cannot be right, or a contract that leaves all of them on some days, has a finding of its own, and the sum follows from it.
      if (
        annexDifferences(contract, bought).length > 0 ||
        bought.some(one => one.declared.status === 'active' && !covers(one.declared.period, asOf)) ||
        bought.every(leavesDays)
      )
        continue
      const sum = feesUnder(contract, bought)
      const price = contract.declared.price.exclPpnRupiah
      // A begun month is rounded to the rupiah on each circuit's invoice.
      if (Math.abs(sum - price) <= bought.length) continue
      yield {
        at: inside(contract.origin, 'price', 'exclPpnRupiah'),
        about: [contract, ...bought],
        facts: {
          contract: contract.id,
          price,
          sum,
          withPpn: sum + ppnOf(sum, contract.declared.price.ppnRule),
          count: bought.length,
        },
      }
    }
  },
  message: ({ contract, price, sum, count }) => ({
    id: `harga kontrak ${contract} ${rupiah(price).id} tanpa PPN, tetapi biaya ${counted(count, things.circuit).id} selama masanya berjumlah ${rupiah(sum).id}, ${rupiah(Math.abs(sum - price)).id} lebih ${sum > price ? 'banyak' : 'sedikit'}`,
    en: `contract ${contract} costs ${rupiah(price).en} without PPN, yet the fees of ${counted(count, things.circuit).en} over its period add up to ${rupiah(sum).en}, ${rupiah(Math.abs(sum - price)).en} ${sum > price ? 'more' : 'less'}`,
  }),
  hint: ({ sum, withPpn }) => ({
    id: `biaya sebulan × bulan + biaya sekali (once_rupiah) harus sama dengan harga; bulan yang tidak penuh dihitung per hari; kalau biayanya benar, harganya ${rupiah(sum).id}, dengan PPN ${rupiah(withPpn).id}`,
    en: `monthly fee × months + what is paid once (once_rupiah) must be the price; a begun month counts by its days; if the fees are right, the price is ${rupiah(sum).en}, with PPN ${rupiah(withPpn).en}`,
  }),
})

/** Its contracts do not cover all days of its period. */
function leavesDays({ declared, contracts }: Bought): boolean {
  return (
    gaps(
      declared.period,
      contracts.map(contract => contract.declared.period),
    ).length > 0
  )
}
