import { rule } from '../define.ts'
import { annexDifferences } from './annex.ts'
import { boughtUnder, isWhole, providersWithUnowned } from './boughts.ts'

export const annexDiffers = rule({
  code: 'KTR008',
  name: 'annex-differs',
  severity: 'error',
  title: { id: 'Lampiran harga berbeda dari inventaris', en: 'Price annex differs from the inventory' },
  *check({ network }) {
    if (!isWhole(network)) return
    const unowned = providersWithUnowned(network)
    for (const contract of network.contracts.values()) {
      const bought = boughtUnder(network, contract)
      // A contract without circuits, and a circuit of this provider without a contract, have findings of their own.
      if (bought.length === 0 || unowned.has(contract.provider.id)) continue
      for (const { at, words } of annexDifferences(contract, bought))
        yield { at, about: [contract], facts: { contract: contract.id, words } }
    }
  },
  message: ({ contract, words }) => ({
    id: `lampiran kontrak ${contract} menyebut ${words.id}`,
    en: `the annex of contract ${contract} says ${words.en}`,
  }),
  hint: () => ({
    id: 'cocokkan lampiran harga dengan sirkuit yang menyebut kontrak ini; selisihnya dibayar tanpa layanan, atau sebaliknya',
    en: 'compare the price annex with the circuits that name this contract; what differs is paid without service, or the other way round',
  }),
})
