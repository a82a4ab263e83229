import { inside } from '../../source/source.ts'
import type { Related } from '../../diagnostic/diagnostic.ts'
import type { Bought, Contract } from '../../model/network.ts'
import type { Place } from '../../source/source.ts'
import { gaps, isReversed, lengthOf } from '../days.ts'
import { rule } from '../define.ts'
import { day, times } from '../../words/dates.ts'
import { counted } from '../../words/figures.ts'
import { things, thingName } from '../../words/things.ts'
import { boughtOf, idPlace } from './bought.ts'

export const circuitWithoutContract = rule({
  code: 'CKT001',
  name: 'circuit-without-contract',
  severity: 'error',
  title: { id: 'Sirkuit menyala tanpa kontrak', en: 'Circuit in service without a contract' },
  *check({ network }) {
    const uncovered = boughtOf(network).flatMap(bought => uncoveredOf(bought) ?? [])
    // Many circuits that one contract leaves on the same days have one cause: its dates.
    for (const alike of Map.groupBy(uncovered, causeOf).values()) {
      const [{ bought, first, days }] = alike as [Uncovered]
      const signed = bought.contracts.length > 0
      const together = signed && alike.length > 1
      for (const one of together ? alike.slice(0, 1) : alike)
        yield {
          at: together ? contractEdge(one) : one.at,
          about: together
            ? [...one.bought.contracts, ...alike.map(each => each.bought)]
            : [one.bought, ...one.bought.contracts],
          facts: { bought: one.bought, count: together ? alike.length : 1, first, days, signed },
          related: together ? alike.map(circuitPlace) : one.bought.contracts.map(contractPlace),
        }
    }
  },
  message: ({ bought, count, first, days, signed }) => {
    const name = count > 1 ? counted(count, things.circuit) : thingName(bought)
    const is = count > 1 ? 'are' : 'is'
    const span = counted(days, times.day)
    return {
      id: signed
        ? `${name.id} tidak tercakup kontrak selama ${span.id}, mulai ${day(first).id}`
        : `${name.id} tidak punya kontrak: ${span.id} mulai ${day(first).id}`,
      en: signed
        ? `${name.en} ${is} covered by no contract on ${span.en}, from ${day(first).en}`
        : `${name.en} has no contract: ${span.en} from ${day(first).en}`,
    }
  },
  hint: () => ({
    id: 'tambahkan kontrak lanjutannya ke daftar contract, atau akhiri period sirkuit pada hari terakhir kontrak',
    en: 'add the contract that follows to the list under contract, or end the period on the last day of the contract',
  }),
})

/** An active circuit on days that no contract covers. */
interface Uncovered {
  readonly bought: Bought
  readonly at: Place
  /** The first of the days, and how many they are. */
  readonly first: string
  readonly days: number
}

/** Undefined also where the days of a contract are not known, or a period is reversed: that has been reported. */
function uncoveredOf(bought: Bought): Uncovered | undefined {
  const { period, status, contract } = bought.declared
  const ids = [contract ?? []].flat()
  const covered = bought.contracts.map(({ declared }) => declared.period)
  if (status !== 'active' || ids.length > covered.length || [period, ...covered].some(isReversed)) return undefined
  const uncovered = gaps(period, covered)
  const [first] = uncovered
  if (first === undefined) return undefined
  const at =
    ids.length === 0 ? idPlace(bought) : inside(bought.origin, 'period', first.from === period.from ? 'from' : 'to')
  return { bought, at, first: first.from, days: uncovered.reduce((sum, gap) => sum + lengthOf(gap), 0) }
}

function causeOf({ bought, first, days }: Uncovered): string {
  return [...bought.contracts.map(({ id }) => id), first, days].join(' ')
}

/** The end of the contract behind which the days begin, or the beginning before which they lie. */
function contractEdge({ bought, first }: Uncovered): Place {
  const before = bought.contracts.findLast(({ declared }) => declared.period.to < first)
  const [next] = bought.contracts
  if (before !== undefined) return inside(before.origin, 'period', 'to')
  return next === undefined ? idPlace(bought) : inside(next.origin, 'period', 'from')
}

function contractPlace({ id, origin }: Contract): Related {
  return { at: inside(origin, 'period'), message: { id: `masa kontrak ${id}`, en: `period of contract ${id}` } }
}

function circuitPlace({ bought }: Uncovered): Related {
  return { at: inside(bought.origin, 'period'), message: thingName(bought) }
}
