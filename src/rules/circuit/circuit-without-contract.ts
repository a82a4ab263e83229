import type { Related } from '../../diagnostic/diagnostic.ts'
import type { Contract, Network } from '../../model/network.ts'
import { lengthOf } from '../../model/days.ts'
import { inside, placeKey, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { grouped } from '../grouping.ts'
import { day, times } from '../../words/dates.ts'
import { counted } from '../../words/figures.ts'
import { things, thingName } from '../../words/things.ts'
import { idPlace } from './bought.ts'
import { uncovered, type Uncovered } from './coverage.ts'
import { edgesOf, edgePlace, isMistyped, mistypedChange } from './edges.ts'

export const circuitWithoutContract = rule({
  code: 'CKT001',
  name: 'circuit-without-contract',
  severity: 'error',
  title: { id: 'Sirkuit menyala tanpa kontrak', en: 'Circuit in service without a contract' },
  *check({ network }) {
    const groups = grouped(
      uncovered(network).flatMap(group => {
        const [one] = group
        return one === undefined ? [] : group.map(each => ({ each, at: placeOf(network, group, one) }))
      }),
      ({ at }) => placeKey(at),
    )
    for (const placed of groups.values()) {
      const group = placed.map(({ each }) => each)
      const [one] = group
      const [place] = placed
      const [first] = one?.gaps ?? []
      if (one === undefined || first === undefined || place === undefined) continue
      const { contracts } = one.term
      yield {
        at: place.at,
        about: [...group.map(({ bought }) => bought), ...contracts],
        facts: {
          bought: group.map(({ bought }) => bought),
          first: first.from,
          days: one.gaps.reduce((sum, gap) => sum + lengthOf(gap), 0),
          signed: contracts.length > 0,
        },
        related: group.length > 1 ? group.map(circuitPlace) : contracts.map(contractPlace),
      }
    }
  },
  message: ({ bought, first, days, signed }) => {
    const [one] = bought
    const name = one === undefined || bought.length > 1 ? counted(bought.length, things.circuit) : thingName(one)
    const span = counted(days, times.day)
    const [is, has] = bought.length === 1 ? ['is', 'has'] : ['are', 'have']
    return {
      id: signed
        ? `${name.id} tidak tercakup kontrak selama ${span.id}, mulai ${day(first).id}`
        : `${name.id} tidak punya kontrak: ${span.id} mulai ${day(first).id}`,
      en: signed
        ? `${name.en} ${is} covered by no contract on ${span.en}, from ${day(first).en}`
        : `${name.en} ${has} no contract: ${span.en} from ${day(first).en}`,
    }
  },
  hint: () => ({
    id: 'tambahkan kontrak lanjutannya ke daftar contract, atau akhiri period sirkuit pada hari terakhir kontrak',
    en: 'add the contract that follows to the list under contract, or end the period on the last day of the contract',
  }),
})

/**
 * A date that opens the same gap for several is one fault, and stands in the contract. For one circuit the sums of its
 * contracts tell which of two dates was mistyped, where they can; else the circuit says where.
 */
function placeOf(network: Network, group: readonly Uncovered[], { bought, term, gaps: [first] }: Uncovered): Place {
  const begins = bought.declared.period.from
  if (term.contracts.length === 0) return term.period.from === begins ? idPlace(bought) : term.at('contract')
  const edges = first === undefined ? [] : edgesOf(term.contracts, first)
  const [edge] = edges
  if (first === undefined || edge === undefined) return inside(bought.origin, 'period', 'to')
  const isOpenedByChange = first.from === term.period.from && term.period.from !== begins
  const mistyped = edges.find(each => isMistyped(network, each, each.side === 'to' ? first.to : first.from))
  if (group.length > 1 || mistyped !== undefined) return edgePlace(mistyped ?? edge)
  const change = mistypedChange(network, bought, first)
  if (change !== undefined) return change
  if (isOpenedByChange) return term.at('contract')
  return inside(bought.origin, 'period', first.from === begins ? 'from' : 'to')
}

function contractPlace({ id, origin }: Contract): Related {
  return { at: inside(origin, 'period'), message: { id: `masa kontrak ${id}`, en: `period of contract ${id}` } }
}

function circuitPlace({ bought }: Uncovered): Related {
  return { at: inside(bought.origin, 'period'), message: thingName(bought) }
}
