import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Bought, Contract } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { mbps } from '../words.ts'

export interface AnnexDifference {
  readonly at: Place
  readonly words: Bilingual
}

/** Where the price annex says otherwise than what is bought; the bandwidth is compared only where the number of circuits agrees. */
export function annexDifferences(
  { declared: { annex }, origin }: Contract,
  bought: readonly Bought[],
): AnnexDifference[] {
  if (annex === undefined) return []
  if (annex.circuits !== bought.length) {
    return [
      {
        at: inside(origin, 'annex', 'circuits'),
        words: {
          id: `${annex.circuits} sirkuit, inventaris punya ${bought.length}`,
          en: `${annex.circuits} circuits, the inventory has ${bought.length}`,
        },
      },
    ]
  }
  const bandwidth = bought.reduce((sum, { declared }) => sum + declared.bandwidthMbps, 0)
  if (annex.bandwidthMbps === bandwidth) return []
  return [
    {
      at: inside(origin, 'annex', 'bandwidthMbps'),
      words: {
        id: `${mbps(annex.bandwidthMbps).id}, sirkuitnya berjumlah ${mbps(bandwidth).id}`,
        en: `${mbps(annex.bandwidthMbps).en}, the circuits add up to ${mbps(bandwidth).en}`,
      },
    },
  ]
}
