import { itemAt } from '../../text/item-at.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { groupIndex, lightMPerS, uncertainty } from '../../model/fibre.ts'
import type { Hop, Line } from '../../plan/plant/plant-plan.ts'
import { lengthOf } from '../../plan/plant/sheath.ts'
import type { Side } from '../../plan/plant/position.ts'

/** One cause of doubt, in metres either way. */
export interface Doubt {
  readonly plusMinusM: number
  readonly why: Bilingual
}

/** Doubts of a distance along the glass, the largest first. */
export function doubtsOf(plan: Line, side: Side, glassM: number, pulseNs: number = uncertainty.pulseNs.value): Doubt[] {
  const index = groupIndex.nm1550.value
  const doubts: Doubt[] = [
    {
      plusMinusM: (glassM * uncertainty.groupIndex.value) / index,
      why: { id: 'indeks bias serat ±0,0005', en: 'group index of the glass ±0.0005' },
    },
    {
      plusMinusM: glassM * uncertainty.helixShare.value,
      why: { id: 'faktor heliks kabel ±0,3 %', en: 'helix factor of the cable ±0.3 %' },
    },
    {
      plusMinusM: sheathDoubt(plan, side, glassM),
      why: {
        id: 'panjang selubung antara tanda meter, atau menurut gambar',
        en: 'sheath between read marks, or by the drawn line',
      },
    },
    {
      plusMinusM: uncertainty.surveyM.value,
      why: { id: 'titik tiang diukur dengan penerima genggam', en: 'points of poles taken with a hand-held receiver' },
    },
    // Half of the pulse on the glass: c*t / (2*n), practice F5.
    {
      plusMinusM: (lightMPerS.value * pulseNs * 1e-9) / (2 * index) / 2,
      why: { id: `lebar pulsa ${pulseNs} ns`, en: `pulse width ${pulseNs} ns` },
    },
    {
      plusMinusM: cutCoils(plan, side, glassM),
      why: {
        id: 'core dipotong di tengah gulungan; sisi mana tidak tercatat',
        en: 'core cut inside a coil; which side is not recorded',
      },
    },
  ]
  return doubts.filter(({ plusMinusM }) => plusMinusM >= 0.05).sort((a, b) => b.plusMinusM - a.plusMinusM)
}

/** The causes do not know each other: root of the sum of squares. */
export function combined(doubts: readonly Doubt[]): number {
  return Math.sqrt(doubts.reduce((sum, { plusMinusM }) => sum + plusMinusM ** 2, 0))
}

/**
 * A cable whose marks were read is sure at its ends; one that was only drawn adds its doubt to all that lies behind.
 */
function sheathDoubt({ hops, glassM: whole }: Line, side: Side, glassM: number): number {
  let doubt = 0
  for (const hop of hops) {
    const [start, end] = side === 'a' ? [hop.glassFromM, hop.glassToM] : [whole - hop.glassToM, whole - hop.glassFromM]
    if (start >= glassM) continue
    const into = Math.min(glassM, end) - start
    doubt +=
      hop.cable.basis === 'marks'
        ? Math.max(0, Math.min(into, end - glassM)) * uncertainty.markedShare.value
        : into * uncertainty.drawnShare.value
  }
  return doubt
}

function cutCoils({ hops, glassM: whole }: Line, side: Side, glassM: number): number {
  return hops
    .flatMap(hop =>
      (
        [
          ['fromStation', hop.glassFromM],
          ['toStation', hop.glassToM],
        ] as const
      ).map(([end, fromA]) => ((side === 'a' ? fromA : whole - fromA) < glassM ? coilAtCut(hop, hop[end]) / 2 : 0)),
    )
    .reduce((sum, half) => sum + half, 0)
}

function coilAtCut({ cable }: Hop, station: number): number {
  if (station === 0 || station === cable.stations.length - 1) return 0
  const { sheathInM, sheathOutM } = itemAt(cable.stations, station)
  return sheathOutM === sheathInM
    ? 0
    : cable.coils.filter(coil => coil.station === station).reduce((sum, { slack }) => sum + lengthOf(slack), 0)
}
