import { isReversed } from '../../model/days.ts'
import type { Contract } from '../../model/network.ts'
import { contractValueOf } from '../../money/invoices.ts'
import { stagesOf, type Stage } from '../../money/stages.ts'
import { contractsAstray, isAnyBegunByChange } from '../circuit/coverage.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'
import { annexDifferences } from './annex.ts'
import { misdatedIn } from './misdated.ts'
import { listsDiffer } from './price-list.ts'
import { boughtUnder, isWhole, providersWithUnowned } from './boughts.ts'

export const annexDiffers = rule({
  code: 'KTR008',
  name: 'annex-differs',
  severity: 'error',
  title: { id: 'Lampiran harga berbeda dari inventaris', en: 'Price annex differs from the inventory' },
  *check({ network }) {
    if (!isWhole(network) || isAnyBegunByChange(network)) return
    const unowned = providersWithUnowned(network)
    for (const contract of network.contracts.values()) {
      // A contract without circuits, and a circuit of this provider without a contract, have findings of their own.
      if (boughtUnder(network, contract).length === 0 || unowned.has(contract.provider.id)) continue
      if (contractsAstray(network).has(contract.id) || listsDiffer(network, contract)) continue
      if ([contract, ...boughtUnder(network, contract)].some(({ declared }) => isReversed(declared.period))) continue
      if (misdatedIn(network, contract) !== undefined) continue
      for (const stage of stagesOf(network, contract))
        for (const { at, words } of annexDifferences(stage))
          yield { at, about: [contract], facts: { contract: contract.id, words, ...pricesOf(contract, stage) } }
    }
  },
  message: ({ contract, words }) => ({
    id: `lampiran kontrak ${contract} menyebut ${words.id}`,
    en: `the annex of contract ${contract} says ${words.en}`,
  }),
  // Who moves a circuit changes the annex, the price and its PPN: all three are told at once.
  hint: ({ price, sum, withPpn }) => {
    const more =
      price === sum
        ? { id: '', en: '' }
        : {
            id: `. Biaya sirkuitnya berjumlah ${rupiah(sum).id}, dengan PPN ${rupiah(withPpn).id}: harga kontrak ikut berubah`,
            en:
              `. The circuits' fees add up to ${rupiah(sum).en}, with PPN ${rupiah(withPpn).en}: ` +
              'the price of the contract changes with them',
          }
    return {
      id:
        'cocokkan lampiran harga dengan sirkuit yang menyebut kontrak ini; ' +
        `selisihnya dibayar tanpa layanan, atau sebaliknya${more.id}`,
      en:
        'compare the price annex with the circuits that name this contract; ' +
        `what differs is paid without service, or the other way round${more.en}`,
    }
  },
})

function pricesOf(
  contract: Contract,
  { price, lines }: Stage,
): { readonly price: number; readonly sum: number; readonly withPpn: number } {
  const { exclPpnRupiah: sum, ppnAtOnceRupiah } = contractValueOf(contract, lines)
  return { price: price?.exclPpnRupiah ?? sum, sum, withPpn: sum + ppnAtOnceRupiah }
}
