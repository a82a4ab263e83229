import type { Bought, Contract } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { inside } from '../../source/source.ts'
import { common, isReversed, lengthOf } from '../days.ts'
import { rule } from '../define.ts'
import { day, times } from '../../words/dates.ts'
import { counted } from '../../words/figures.ts'
import { thingName } from '../../words/things.ts'
import { boughtOf, contractPlace } from './bought.ts'
import { byText } from '../../text/order.ts'

export const contractsOverlap = rule({
  code: 'CKT002',
  name: 'contracts-overlap',
  severity: 'error',
  title: { id: 'Dua kontrak pada hari yang sama', en: 'Two contracts on the same day' },
  *check({ network }) {
    for (const bought of boughtOf(network)) {
      for (const { first, later, index, both } of overlaps(bought)) {
        yield {
          at: contractPlace(bought, index),
          about: [bought, first, later],
          facts: { bought, first: first.id, later: later.id, both },
          related: [first, later].map(({ id, origin }) => ({
            at: inside(origin, 'period'),
            message: { id: `masa kontrak ${id}`, en: `period of contract ${id}` },
          })),
        }
      }
    }
  },
  message: ({ bought, first, later, both }) => ({
    id: `${thingName(bought).id} dibayar dua kali: kontrak ${first} dan ${later} sama-sama mencakup ${counted(lengthOf(both), times.day).id} mulai ${day(both.from).id}`,
    en: `${thingName(bought).en} is paid for twice: contracts ${first} and ${later} both cover ${counted(lengthOf(both), times.day).en} from ${day(both.from).en}`,
  }),
  hint: () => ({
    id: 'akhiri yang satu sehari sebelum yang lain dimulai, atau keluarkan sirkuit ini dari salah satu kontrak',
    en: 'end one of them on the day before the other begins, or take the circuit out of one of them',
  }),
})

interface Overlap {
  readonly first: Contract
  readonly later: Contract
  /** Place of the later one in the list. */
  readonly index: number
  readonly both: Period
}

function overlaps({ contracts }: Bought): Overlap[] {
  const inOrder = contracts
    .map((contract, index) => ({ contract, index }))
    .filter(({ contract }) => !isReversed(contract.declared.period))
    .toSorted(byText(({ contract }) => contract.declared.period.from))
  return inOrder.slice(1).flatMap(({ contract: later, index }, i) => {
    const first = inOrder[i]!.contract
    const both = common(first.declared.period, later.declared.period)
    return both === undefined ? [] : [{ first, later, index, both }]
  })
}
