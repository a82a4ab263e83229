import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Bought, Contract } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { mbps } from '../../words/figures.ts'

export interface AnnexDifference {
  readonly at: Place
  readonly words: Bilingual
}

/** Where the price annex says otherwise than what is bought: the number of circuits, their bandwidth, or both in one. */
export function annexDifferences(
  { declared: { annex }, origin }: Contract,
  bought: readonly Bought[],
): AnnexDifference[] {
  if (annex === undefined) return []
  const bandwidth = bought.reduce((sum, { declared }) => sum + declared.bandwidthMbps, 0)
  const circuits: Bilingual[] =
    annex.circuits === bought.length
      ? []
      : [
          {
            id: `${annex.circuits} sirkuit, inventaris punya ${bought.length}`,
            en: `${annex.circuits} circuits, the inventory has ${bought.length}`,
          },
        ]
  const speeds: Bilingual[] =
    annex.bandwidthMbps === bandwidth
      ? []
      : [
          {
            id: `${mbps(annex.bandwidthMbps).id}, sirkuitnya berjumlah ${mbps(bandwidth).id}`,
            en: `${mbps(annex.bandwidthMbps).en}, the circuits add up to ${mbps(bandwidth).en}`,
          },
        ]
  const all = [...circuits, ...speeds]
  if (all.length === 0) return []
  const at = inside(origin, 'annex', circuits.length > 0 ? 'circuits' : 'bandwidthMbps')
  return [{ at, words: { id: all.map(({ id }) => id).join('; '), en: all.map(({ en }) => en).join('; ') } }]
}
