import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Contract, Network } from '../../model/network.ts'
import { contractsAstray } from '../circuit/coverage.ts'
import { placeKey } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { mbps, rupiah } from '../../words/figures.ts'
import { thingName } from '../../words/things.ts'
import { isWhole } from './boughts.ts'
import { followsOf } from './follows.ts'
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
    const followed = new Set<string>()
    for (const contract of network.contracts.values()) {
      if (contractsAstray(network).has(contract.id)) continue
      for (const difference of listDifferences(network, contract)) {
        if (told.has(placeKey(difference.at))) continue
        told.add(placeKey(difference.at))
        const payers = payersOf(network, contract, difference).filter(({ id }) => !followed.has(id))
        for (const { id } of payers) followed.add(id)
        const other = 'other' in difference ? difference.other : undefined
        yield {
          at: difference.at,
          about: [contract],
          facts: { contract: contract.id, words: wordsOf(difference), follows: followsOf(network, payers) },
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
  hint: ({ follows }) => ({
    id:
      'cocokkan dengan lampiran harga yang ditandatangani; perubahan di tengah kontrak ditulis di changes pada ' +
      'sirkuitnya dan sebagai baris baru dengan ' +
      `from${follows === undefined ? '' : `. Bila sirkuitnya yang benar, ini ikut berubah: ${follows.id}`}`,
    en:
      'compare it with the annex as signed; a change in mid-contract is written under changes of its circuit, ' +
      'and as a new line with ' +
      `from${follows === undefined ? '' : `. If the circuits are right, these change too: ${follows.en}`}`,
  }),
})

/** The contract, and others that pay for the same circuit: their annexes and prices follow from it. */
function payersOf(network: Network, contract: Contract, difference: ListDifference): Contract[] {
  const named = 'line' in difference ? [difference.line.bought.declared.contract ?? []].flat() : []
  return [...new Set([contract.id, ...named])].flatMap(id => network.contracts.get(id) ?? [])
}

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
