import { connectorLossDb, pigtailLossDb, spliceLossDb } from '../../model/fibre.ts'
import type { Structure } from '../../model/network.ts'
import { glassAt, joinedAt } from '../../plan/plant/glass.ts'
import type { Hop, SpliceMet } from '../../plan/plant/plant-plan.ts'
import type { Shot } from './shot.ts'

/** Where the model has glass end and begin again, as a shot comes to it. */
export interface Joint {
  readonly at: Structure
  /** From the port at the end that was shot from. */
  readonly glassM: number
  readonly kind: 'splice' | 'connector'
  /** By the file where it was measured, else what such a joint usually loses. */
  readonly lossDb: number
  readonly declaredDb: number | undefined
}

/** Two joints nearer than this are one event to an instrument. */
const oneEventM = 2

/** Joints between both ends of a line, in the order of the light. */
export function jointsOf({ plan, side, core, trace }: Shot): Joint[] {
  const strand = plan.strands.find(({ cores }) =>
    plan.hops.some((hop, i) => hop.cable.cable === trace.cable && cores[i] === core),
  )
  const met = strand === undefined ? plan.hops.flatMap(cutsOf) : strand.splices.map(jointMet)
  const inner = met
    .map(joint => (side === 'a' ? joint : { ...joint, glassM: plan.glassM - joint.glassM }))
    .filter(({ glassM }) => glassM > oneEventM && glassM < plan.glassM - oneEventM)
    .toSorted((a, b) => a.glassM - b.glassM)
  return merged(inner)
}

function jointMet({ at, kind, glassM, measuredDb }: SpliceMet): Joint {
  if (kind === 'splice')
    return { at, glassM, kind: 'splice', lossDb: measuredDb ?? spliceLossDb.typical.value, declaredDb: measuredDb }
  // Half of the mated pair, whose other half is the other port's.
  const lossDb = pigtailLossDb.typical.value + connectorLossDb.typical.value / 2
  return { at, glassM, kind: 'connector', lossDb, declaredDb: undefined }
}

/** Closures of repairs, on a core that no route lights. */
function cutsOf({ cable, glassFromM }: Hop): Joint[] {
  return [...cable.cuts].map(([station, at]) => ({
    at,
    glassM: glassFromM + glassAt(cable, joinedAt(cable, station)),
    kind: 'splice',
    lossDb: spliceLossDb.typical.value,
    declaredDb: undefined,
  }))
}

function merged(joints: readonly Joint[]): Joint[] {
  const done: Joint[] = []
  for (const joint of joints) {
    const last = done.at(-1)
    if (last === undefined || joint.glassM - last.glassM > oneEventM) done.push(joint)
    else
      done[done.length - 1] = {
        ...last,
        kind: last.kind === 'connector' || joint.kind === 'connector' ? 'connector' : 'splice',
        lossDb: last.lossDb + joint.lossDb,
        declaredDb: undefined,
      }
  }
  return done
}
