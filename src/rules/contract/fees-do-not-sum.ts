import type { Bought, Contract } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { common, covers, isReversed, monthsOf } from '../days.ts'
import { rule } from '../define.ts'
import { counted, rupiah } from '../words.ts'
import { annexDifferences } from './annex.ts'
import { boughtUnder, isWhole } from './boughts.ts'

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
      // Another number of circuits, or a period that cannot be right, has a finding of its own, and the sum follows from it.
      if (
        annexDifferences(contract, bought).length > 0 ||
        bought.some(({ declared }) => declared.status === 'active' && !covers(declared.period, asOf))
      )
        continue
      const sum = Math.round(bought.reduce((total, one) => total + feesOf(contract, one), contract.declared.onceRupiah))
      const price = contract.declared.price.exclPpnRupiah
      // A begun month is rounded to the rupiah on each circuit's invoice.
      if (Math.abs(sum - price) <= bought.length) continue
      yield {
        at: inside(contract.origin, 'price', 'exclPpnRupiah'),
        about: [contract, ...bought],
        facts: { contract: contract.id, price, sum, count: bought.length },
      }
    }
  },
  message: ({ contract, price, sum, count }) => ({
    id: `harga kontrak ${contract} ${rupiah(price).id} tanpa PPN, tetapi biaya ${counted(count, 'sirkuit', '', '').id} selama masanya berjumlah ${rupiah(sum).id}, ${rupiah(Math.abs(sum - price)).id} lebih ${sum > price ? 'banyak' : 'sedikit'}`,
    en: `contract ${contract} costs ${rupiah(price).en} without PPN, yet the fees of ${counted(count, '', 'circuit', 'circuits').en} over its period add up to ${rupiah(sum).en}, ${rupiah(Math.abs(sum - price)).en} ${sum > price ? 'more' : 'less'}`,
  }),
  hint: () => ({
    id: 'biaya sebulan × bulan + biaya sekali (once_rupiah) harus sama dengan harga; bulan yang tidak penuh dihitung per hari',
    en: 'monthly fee × months + what is paid once (once_rupiah) must be the price; a begun month counts by its days',
  }),
})

function feesOf(contract: Contract, { declared }: Bought): number {
  const paid = common(contract.declared.period, declared.period)
  return paid === undefined ? 0 : declared.monthlyRupiah * monthsOf(paid)
}
