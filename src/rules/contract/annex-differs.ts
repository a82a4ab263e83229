import type { Contract } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Bought } from '../../model/network.ts'
import { rule } from '../define.ts'
import { mbps } from '../words.ts'
import { boughtUnder, isWhole } from './boughts.ts'

export const annexDiffers = rule({
  code: 'KTR008',
  name: 'annex-differs',
  severity: 'error',
  title: { id: 'Lampiran harga berbeda dari inventaris', en: 'Price annex differs from the inventory' },
  *check({ network }) {
    if (!isWhole(network)) return
    for (const contract of network.contracts.values()) {
      const bought = boughtUnder(network, contract)
      // Without any circuit the contract has a finding of its own.
      for (const { at, words } of bought.length === 0 ? [] : differences(contract, bought)) yield { at, about: [contract], facts: { contract: contract.id, words } }
    }
  },
  message: ({ contract, words }) => ({ id: `lampiran kontrak ${contract} menyebut ${words.id}`, en: `the annex of contract ${contract} says ${words.en}` }),
  hint: () => ({
    id: 'cocokkan lampiran harga dengan sirkuit yang menyebut kontrak ini; selisihnya dibayar tanpa layanan, atau sebaliknya',
    en: 'compare the price annex with the circuits that name this contract; what differs is paid without service, or the other way round',
  }),
})

function differences({ declared: { annex }, origin }: Contract, bought: readonly Bought[]): { readonly at: Place; readonly words: Bilingual }[] {
  if (annex === undefined) return []
  const bandwidth = bought.reduce((sum, { declared }) => sum + declared.bandwidthMbps, 0)
  const found: { at: Place; words: Bilingual }[] = []
  if (annex.circuits !== bought.length) {
    found.push({ at: inside(origin, 'annex', 'circuits'), words: { id: `${annex.circuits} sirkuit, inventaris punya ${bought.length}`, en: `${annex.circuits} circuits, the inventory has ${bought.length}` } })
  }
  if (annex.bandwidthMbps !== bandwidth) {
    found.push({
      at: inside(origin, 'annex', 'bandwidthMbps'),
      words: { id: `${mbps(annex.bandwidthMbps).id}, sirkuitnya berjumlah ${mbps(bandwidth).id}`, en: `${mbps(annex.bandwidthMbps).en}, the circuits add up to ${mbps(bandwidth).en}` },
    })
  }
  return found
}
