import type { Related } from '../../diagnostic/diagnostic.ts'
import type { Contract } from '../../model/network.ts'
import { lengthOf } from '../../model/days.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day, times } from '../../words/dates.ts'
import { counted } from '../../words/figures.ts'
import { things, thingName } from '../../words/things.ts'
import { idPlace } from './bought.ts'
import { edgeOf, uncovered, type Uncovered } from './coverage.ts'

export const circuitWithoutContract = rule({
  code: 'CKT001',
  name: 'circuit-without-contract',
  severity: 'error',
  title: { id: 'Sirkuit menyala tanpa kontrak', en: 'Circuit in service without a contract' },
  *check({ network }) {
    for (const group of uncovered(network)) {
      const [one] = group
      const [first] = one?.gaps ?? []
      if (one === undefined || first === undefined) continue
      const { contracts } = one.term
      yield {
        at: placeOf(group, one),
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

/** A date that opens the same gap for several is one fault, and stands in the contract; else the circuit says where. */
function placeOf(group: readonly Uncovered[], { bought, term, gaps: [first] }: Uncovered): Place {
  if (term.contracts.length === 0)
    return term.period.from === bought.declared.period.from ? idPlace(bought) : term.at('contract')
  const edge = group.length > 1 && first !== undefined ? edgeOf(term.contracts, first) : undefined
  if (edge !== undefined) {
    const { contract, edge: side } = edge
    const moved = side === 'to' ? contract.declared.addenda.findLastIndex(({ to }) => to !== undefined) : -1
    return moved < 0 ? inside(contract.origin, 'period', side) : inside(contract.origin, 'addenda', moved, 'to')
  }
  const isOpenedByChange = first?.from === term.period.from && term.period.from !== bought.declared.period.from
  if (isOpenedByChange) return term.at('contract')
  return inside(bought.origin, 'period', first?.from === bought.declared.period.from ? 'from' : 'to')
}

function contractPlace({ id, origin }: Contract): Related {
  return { at: inside(origin, 'period'), message: { id: `masa kontrak ${id}`, en: `period of contract ${id}` } }
}

function circuitPlace({ bought }: Uncovered): Related {
  return { at: inside(bought.origin, 'period'), message: thingName(bought) }
}
