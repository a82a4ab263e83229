import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { contractsAstray } from '../circuit/coverage.ts'
import { placeKey } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { mbps, rupiah } from '../../words/figures.ts'
import { thingName } from '../../words/things.ts'
import { isWhole } from './boughts.ts'
import { listDifferences, type ListDifference } from './price-list.ts'

export const priceListDiffers = rule({
  code: 'KTR015',
  name: 'price-list-differs',
  severity: 'error',
  title: { id: 'Daftar harga kontrak berbeda dari sirkuitnya', en: "Contract's price list differs from the circuits" },
  *check({ network }) {
    if (!isWhole(network)) return
    // A figure of a circuit that the lists of two contracts contradict is one fault.
    const told = new Set<string>()
    for (const contract of network.contracts.values()) {
      if (contractsAstray(network).has(contract.id)) continue
      for (const difference of listDifferences(network, contract)) {
        if (told.has(placeKey(difference.at))) continue
        told.add(placeKey(difference.at))
        const other = 'other' in difference ? difference.other : undefined
        yield {
          at: difference.at,
          about: [contract],
          facts: { contract: contract.id, words: wordsOf(difference) },
          related:
            other === undefined
              ? []
              : [{ at: other, message: { id: 'yang satunya di sini', en: 'the other one is here' } }],
        }
      }
    }
  },
  message: ({ contract, words }) => ({
    id: `daftar harga kontrak ${contract}: ${words.id}`,
    en: `price list of contract ${contract}: ${words.en}`,
  }),
  hint: () => ({
    id: 'cocokkan dengan lampiran harga yang ditandatangani; perubahan di tengah kontrak ditulis di changes pada sirkuitnya dan sebagai baris baru dengan from',
    en: 'compare it with the annex as signed; a change in mid-contract is written under changes of its circuit, and as a new line with from',
  }),
})

function wordsOf(difference: ListDifference): Bilingual {
  if (difference.kind === 'not-bought') {
    const { listed, period } = difference
    return {
      id: `${listed.circuit} tercantum, tetapi tidak dibeli dari kontrak ini sejak ${day(period.from).id}`,
      en: `${listed.circuit} is listed, yet not bought under it from ${day(period.from).en}`,
    }
  }
  const name = thingName(difference.line.bought)
  if (difference.kind === 'unlisted') {
    return {
      id: `${name.id} tidak tercantum untuk ${day(difference.period.from).id}`,
      en: `${name.en} is not listed for ${day(difference.period.from).en}`,
    }
  }
  if (difference.kind === 'day') {
    const [own, listed] = [day(difference.line.period.from), day(difference.listedFrom)]
    return {
      id: `${name.id} berubah ${own.id} pada sirkuit, ${listed.id} pada daftar`,
      en: `${name.en} changes on ${own.en} in the circuit, on ${listed.en} in the list`,
    }
  }
  if (difference.kind === 'end') {
    const [own, listed] = [day(difference.line.period.to), day(difference.listedTo)]
    return {
      id: `${name.id} dengan harga itu sampai ${own.id} pada sirkuit, ${listed.id} pada daftar`,
      en: `${name.en} at that price lasts until ${own.en} in the circuit, ${listed.en} in the list`,
    }
  }
  const { what, listed, line } = difference
  const shown = what === 'monthlyRupiah' ? rupiah : mbps
  const from = day(line.period.from)
  return {
    id: `${name.id} sejak ${from.id} ${shown(line[what]).id} pada sirkuit, ${shown(listed[what]).id} pada daftar`,
    en: `${name.en} from ${from.en} is ${shown(line[what]).en} in the circuit, ${shown(listed[what]).en} in the list`,
  }
}
