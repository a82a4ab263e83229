import { lengthOf } from '../../model/days.ts'
import type { Network } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day, times } from '../../words/dates.ts'
import { counted, listed } from '../../words/figures.ts'
import { thingName } from '../../words/things.ts'
import { contractPlace } from './bought.ts'
import { paidTwice, type PaidTwice } from './coverage.ts'
import { edgePlace, mistypedEdge } from './edges.ts'

export const contractsOverlap = rule({
  code: 'CKT002',
  name: 'contracts-overlap',
  severity: 'error',
  title: { id: 'Dua kontrak pada hari yang sama', en: 'Two contracts on the same day' },
  *check({ network }) {
    for (const group of paidTwice(network)) {
      const [one, ...others] = group
      if (one === undefined) continue
      const { first, later, both } = one
      yield {
        at: placeOf(
          network,
          one,
          others.some(({ bought }) => bought !== one.bought),
        ),
        about: [first, later, ...group.map(({ bought: each }) => each)],
        facts: { bought: [...new Set(group.map(each => each.bought))], first: first.id, later: later.id, both },
        related: [first, later].map(({ id, origin }) => ({
          at: inside(origin, 'period'),
          message: { id: `masa kontrak ${id}`, en: `period of contract ${id}` },
        })),
      }
    }
  },
  message: ({ bought, first, later, both }) => {
    const [one] = bought
    const name = one !== undefined && bought.length === 1 ? thingName(one) : undefined
    const names = listed(bought.map(({ id }) => id))
    return {
      id:
        `${name?.id ?? `${bought.length} sirkuit (${names.id})`} dibayar dua kali: kontrak ${first} dan ${later} ` +
        `sama-sama mencakup ${counted(lengthOf(both), times.day).id} mulai ${day(both.from).id}`,
      en:
        `${name === undefined ? `${bought.length} circuits (${names.en}) are` : `${name.en} is`} paid for twice: ` +
        `contracts ${first} and ${later} both cover ${counted(lengthOf(both), times.day).en} from ` +
        `${day(both.from).en}`,
    }
  },
  hint: () => ({
    id: 'akhiri yang satu sehari sebelum yang lain dimulai, atau keluarkan sirkuit ini dari salah satu kontrak',
    en: 'end one of them on the day before the other begins, or take the circuit out of one of them',
  }),
})

/**
 * A date that overlaps for several is one fault, and stands in the contract whose sums do not bear it, else in the
 * later one.
 */
function placeOf(network: Network, { term, first, later }: PaidTwice, isOfSeveral: boolean): Place {
  const mistyped = mistypedEdge(network, first, later)
  if (mistyped !== undefined) return edgePlace(mistyped)
  return isOfSeveral ? edgePlace({ contract: later, side: 'from' }) : contractPlace(term, later)
}
