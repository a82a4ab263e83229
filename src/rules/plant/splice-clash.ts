import type { Network, Splice } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { anchorOf, cableLines } from './places.ts'

export const spliceClash = rule({
  code: 'PLT011',
  name: 'splice-clash',
  severity: 'error',
  title: { id: 'Ujung core disambung dua kali', en: 'Strand end spliced twice' },
  *check({ network }) {
    const uses = grouped(strandEnds(network), ({ key }) => key)
    for (const { first, later } of clashes(
      [...uses.values()].map(group => group.slice(endsAt(network, group[0]!) - 1)),
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

/** A cable that ends in the closure has one end of each core there; one that is cut as it passes has two. */
function endsAt(network: Network, { splice, strand }: StrandEnd): 1 | 2 {
  const line = cableLines(network).get(strand.split('/')[0] ?? '')
  const here = anchorOf(splice.closure)
  const tips = [line?.nodes[0], line?.nodes.at(-1)].map(node => node && anchorOf(node))
  return tips.includes(here) ? 1 : 2
}
