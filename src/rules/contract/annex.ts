import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { atOnce } from '../../money/price-lines.ts'
import type { Stage } from '../../money/stages.ts'
import { inside, type Place } from '../../source/source.ts'
import { mbps } from '../../words/figures.ts'

interface AnnexDifference {
  readonly at: Place
  readonly words: Bilingual
}

/**
 * Where the price annex says otherwise than what is bought at once: the number of circuits, their bandwidth, or both in
 * one.
 */
export function annexDifferences({ annex, at, lines, inForce }: Stage): AnnexDifference[] {
  if (annex === undefined) return []
  const { circuits, bandwidthMbps } = atOnce(lines, inForce)
  const counts: Bilingual[] =
    annex.circuits === circuits
      ? []
      : [
          {
            id: `${annex.circuits} sirkuit, inventaris punya ${circuits}`,
            en: `${annex.circuits} circuits, the inventory has ${circuits}`,
          },
        ]
  const speeds: Bilingual[] =
    annex.bandwidthMbps === bandwidthMbps
      ? []
      : [
          {
            id: `${mbps(annex.bandwidthMbps).id}, sirkuitnya berjumlah ${mbps(bandwidthMbps).id}`,
            en: `${mbps(annex.bandwidthMbps).en}, the circuits add up to ${mbps(bandwidthMbps).en}`,
          },
        ]
  const all = [...counts, ...speeds]
  if (all.length === 0) return []
  const place = inside(at, 'annex', counts.length > 0 ? 'circuits' : 'bandwidthMbps')
  return [{ at: place, words: { id: all.map(({ id }) => id).join('; '), en: all.map(({ en }) => en).join('; ') } }]
}
