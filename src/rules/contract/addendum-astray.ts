import type { Bilingual, Related } from '../../diagnostic/diagnostic.ts'
import { isReversed } from '../../model/days.ts'
import type { Contract } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { isWhole } from './boughts.ts'
import { misdatedIn, type Misdated } from './misdated.ts'

export const addendumAstray = rule({
  code: 'KTR016',
  name: 'addendum-astray',
  severity: 'error',
  title: { id: 'Adendum di luar kontraknya', en: 'Addendum outside its contract' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      if (isReversed(contract.declared.period)) continue
      const faults = faultsOf(contract)
      const misdated = faults.length > 0 || !isWhole(network) ? undefined : misdatedIn(network, contract)
      for (const { at, number, words, related } of misdated === undefined ? faults : [dayFault(misdated)])
        yield { at, about: [contract, contract.provider], facts: { contract: contract.id, number, words }, related }
    }
  },
  message: ({ contract, number, words }) => ({
    id: `adendum ${number} dari kontrak ${contract} ${words.id}`,
    en: `addendum ${number} of contract ${contract} ${words.en}`,
  }),
  hint: () => ({
    id:
      'urutannya: kontrak ditandatangani, adendum ditandatangani, lalu adendum berlaku (from) ' +
      'di dalam masa kontrak; tulis adendum menurut urutan itu',
    en:
      'the order: the contract is signed, the addendum is signed, then it takes effect (from) inside the contract; ' +
      'write addenda in that order',
  }),
})

interface Fault {
  readonly at: Place
  readonly number: string
  readonly words: Bilingual
  readonly related: readonly Related[]
}

/** An addendum and what it changes on two days. */
function dayFault({ wrong, at, other, number, addendumFrom, changeFrom }: Misdated): Fault {
  const [own, change] = [day(addendumFrom), day(changeFrom)]
  const words =
    wrong === 'addendum'
      ? {
          id: `berlaku ${own.id}, padahal yang diubahnya berubah ${change.id}; jumlahnya cocok dengan ${change.id}`,
          en: `takes effect on ${own.en}, yet what it changes does so on ${change.en}; the sums fit ${change.en}`,
        }
      : {
          id: `berlaku ${own.id}, tetapi sirkuitnya baru berubah ${change.id}; jumlahnya cocok dengan ${own.id}`,
          en: `takes effect on ${own.en}, yet its circuits change on ${change.en}; the sums fit ${own.en}`,
        }
  return { at, number, words, related: [{ at: other, message: { id: 'hari yang satunya', en: 'the other day' } }] }
}

/** One fault an addendum: the first that is wrong with it. */
function faultsOf({ declared, origin }: Contract): Fault[] {
  let { to } = declared.period
  return declared.addenda.flatMap((addendum, i): Fault[] => {
    const at = inside(origin, 'addenda', i)
    const before = declared.addenda[i - 1]
    const { number, from, signed } = addendum
    const last = to
    to = addendum.to ?? to
    const fault = (key: string, id: string, en: string): Fault[] => [
      { at: inside(at, key), number, words: { id, en }, related: [] },
    ]
    if (declared.signed !== undefined && signed < declared.signed)
      return fault(
        'signed',
        `ditandatangani ${day(signed).id}, sebelum kontraknya (${day(declared.signed).id})`,
        `was signed on ${day(signed).en}, before its contract (${day(declared.signed).en})`,
      )
    if (from < declared.period.from || from > last)
      return fault(
        'from',
        `berlaku ${day(from).id}, di luar masa kontrak ${day(declared.period.from).id} sampai ${day(last).id}`,
        `takes effect on ${day(from).en}, outside the contract from ${day(declared.period.from).en} to ${day(last).en}`,
      )
    if (signed > from)
      return fault(
        'signed',
        `ditandatangani ${day(signed).id}, sesudah berlaku ${day(from).id}`,
        `was signed on ${day(signed).en}, after it took effect on ${day(from).en}`,
      )
    if (before !== undefined && from <= before.from)
      return fault(
        'from',
        `berlaku ${day(from).id}, tidak sesudah adendum ${before.number}`,
        `takes effect on ${day(from).en}, not after addendum ${before.number}`,
      )
    if (addendum.to !== undefined && addendum.to < from)
      return fault(
        'to',
        `mengakhiri kontrak ${day(addendum.to).id}, sebelum ia berlaku`,
        `ends the contract on ${day(addendum.to).en}, before it takes effect`,
      )
    return []
  })
}
