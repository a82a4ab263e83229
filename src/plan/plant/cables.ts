import { itemAt, entryOf } from '../../text/item-at.ts'
import type { Cable, Network, Slack, Structure } from '../../model/network.ts'
import { layOut } from './sheath.ts'
import { placeOf, walkOf } from './place.ts'
import type { CableFault, CablePlan, CorePlan, OrientedSpan, SpanPlan, Station } from './plant-plan.ts'

interface CableInput {
  readonly network: Network
  readonly spans: ReadonlyMap<string, SpanPlan>
  readonly slacks: readonly Slack[]
  readonly cores: readonly CorePlan[]
}

export function planCable(cable: Cable, { network, spans, slacks, cores }: CableInput): CablePlan {
  const walk = walkOf(network, cable.spans, cable.declared.from)
  const oriented = cable.spans.map(
    (span, i): OrientedSpan => ({ plan: entryOf(spans, span.id), forward: walk.forward[i] ?? true }),
  )
  const chainagesM = runningSum(oriented.map(({ plan }) => plan.drawnM))
  const stationsAt = indexOf(walk.structures.map(placeOf))
  const sheath = layOut({ cable, chainagesM, stationsAt, slacks })
  const stations = walk.structures.map(
    (structure, i): Station => ({
      structure,
      chainageM: chainagesM[i] ?? 0,
      sheathInM: sheath.positions[i]?.sheathInM ?? 0,
      sheathOutM: sheath.positions[i]?.sheathOutM ?? 0,
    }),
  )
  const helixFactor = 1 + cable.type.declared.helixPercent / 100
  return {
    cable,
    stations,
    spans: oriented,
    stationsAt,
    tailsM: cable.declared.tailsM,
    coils: sheath.coils,
    strayCoils: sheath.stray,
    drawnM: chainagesM.at(-1) ?? 0,
    sheathM: sheath.sheathM,
    expectedSheathM: sheath.expectedM,
    basis: sheath.basis,
    helixFactor,
    // Glass = sheath x (1 + helix): practice F6.
    glassM: sheath.sheathM * helixFactor,
    cores,
    freeCores: cores.filter(({ state }) => state === 'free').length,
    broken: faultOf(walk.brokenAt, sheath.impossible),
  }
}

function faultOf(brokenAt: number | undefined, impossible: boolean): CableFault | undefined {
  if (brokenAt !== undefined) return { kind: 'spans-apart', span: brokenAt }
  return impossible ? { kind: 'marks-impossible' } : undefined
}

function runningSum(lengths: readonly number[]): number[] {
  const sums = [0]
  for (const length of lengths) sums.push((sums.at(-1) ?? 0) + length)
  return sums
}

function indexOf(places: readonly string[]): Map<string, readonly number[]> {
  return Map.groupBy(places.keys(), station => itemAt(places, station))
}

/** Ends of each core at a structure's place once it is cut there: one where the cable begins or ends, two where it passes. */
export function strandEndsAt({ stations, stationsAt }: CablePlan, structure: Structure): number {
  const here = stationsAt.get(placeOf(structure)) ?? []
  return here.reduce((ends, station) => ends + (station === 0 || station === stations.length - 1 ? 1 : 2), 0)
}
