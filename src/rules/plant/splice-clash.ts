import { itemAt } from '../../text/item-at.ts'
import type { Network, Splice } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { strandEndsAt } from '../../plan/plant/cables.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { partsOfStep } from '../../model/strands.ts'

export const spliceClash = rule({
  code: 'PLT011',
  name: 'splice-clash',
  severity: 'error',
  title: { id: 'Ujung core disambung dua kali', en: 'Strand end spliced twice' },
  *check({ network }) {
    const uses = grouped(strandEnds(network), ({ key }) => key)
    for (const { first, later } of clashes(
      [...uses.values()].map(group => group.slice(endsAt(network, itemAt(group, 0)) - 1)),
    )) {
      yield {
        at: later.at,
        about: [later.splice.closure],
        facts: { strand: later.strand, closure: later.splice.closure.id, ends: endsAt(network, later) },
        related: [{ at: first.at, message: { id: 'sambungan yang lain', en: 'the other splice' } }],
      }
    }
  },
  message: ({ strand, closure, ends }) => ({
    id: `core ${strand} disambung terlalu sering di ${closure}: di sana ia hanya punya ${ends} ujung`,
    en: `strand ${strand} is spliced too often in ${closure}: it has only ${ends === 1 ? 'one end' : 'two ends'} there`,
  }),
  hint: () => ({
    id: 'periksa nomor core pada sambungan itu di baki closure',
    en: 'check the core number of that splice in the tray of the closure',
  }),
})

interface StrandEnd {
  readonly splice: Splice
  readonly strand: string
  readonly key: string
  readonly at: Place
}

function strandEnds({ splices }: Network): StrandEnd[] {
  return splices.flatMap(splice =>
    (['a', 'b'] as const).map(side => {
      const strand = splice.declared[side]
      return { splice, strand, key: `${splice.closure.id} ${strand}`, at: inside(splice.origin, side) }
    }),
  )
}

/** At least one: that a cable does not come there is a finding of its own. */
function endsAt(network: Network, { splice, strand }: StrandEnd): number {
  const plan = planPlant(network).cables.get(partsOfStep(strand).name)
  return plan === undefined ? 2 : Math.max(1, strandEndsAt(plan, splice.closure))
}
