import type { FibreRoute } from '../../model/network.ts'
import type { Optic } from '../../model/optics.ts'
import type { DirectionPlan, LightPlan, Loss, ReceivedPower } from './light-plan.ts'
import { strandCount } from '../../model/strands.ts'

/** Holds the losses of a route against the optics at both its ends. */
export function planLight(
  route: FibreRoute,
  losses: readonly Loss[],
  glassM: number,
  designMarginDb: number,
): LightPlan | undefined {
  const [a, b] = [route.a.optic, route.b.optic]
  if (a === undefined || b === undefined) return undefined
  const pads = padsOf(route)
  const ab = planDirection(a, b, padded(losses, pads.ab), designMarginDb)
  const ba = planDirection(b, a, padded(losses, pads.ba), designMarginDb)
  const margins = [ab.marginDb, ba.marginDb].filter(margin => margin !== undefined)
  const reachKm = Math.min(a.reachKm, b.reachKm)
  return {
    ab,
    ba,
    marginDb: margins.length === 0 ? undefined : Math.min(...margins),
    reachKm,
    beyondReachM: Math.max(0, glassM - reachKm * 1000),
  }
}

/**
 * dB that fixed attenuators take from each direction: one in front of a receiver from what comes there, on one strand
 * from both.
 */
function padsOf(route: FibreRoute): { readonly ab: number; readonly ba: number } {
  const { attenuatorDb: atA = 0 } = route.declared.a
  const { attenuatorDb: atB = 0 } = route.declared.b
  return strandCount(route) === 1 ? { ab: atA + atB, ba: atA + atB } : { ab: atB, ba: atA }
}

/** What an attenuator is labelled with it takes, in the worst case and in the common one. */
function padded(losses: readonly Loss[], padDb: number): readonly Loss[] {
  if (padDb === 0) return losses
  return losses.map(({ nm, design, typical }) => ({ nm, design: design + padDb, typical: typical + padDb }))
}

function planDirection(
  transmitter: Optic,
  receiver: Optic,
  losses: readonly Loss[],
  designMarginDb: number,
): DirectionPlan {
  const nm = transmitter.transmitNm
  const loss = losses.find(each => each.nm === nm) ?? { nm, design: 0, typical: 0 }
  const limitDb = limitOf(receiver, designMarginDb)
  return {
    transmitter,
    receiver,
    nm,
    lossDb: loss.design,
    typicalLossDb: loss.typical,
    limitDb,
    marginDb: limitDb === undefined ? undefined : limitDb - loss.design,
    received: receivedOf(transmitter, loss),
    overloadDb: overloadOf(transmitter, receiver, loss),
  }
}

/**
 * Practice F3: `A + penalty + design margin <= budget`, or `A <= channel insertion loss`, which has the penalties taken
 * out already.
 */
export function limitOf({ limit }: Optic, designMarginDb: number): number | undefined {
  if (limit.kind === 'datasheet') return undefined
  return limit.kind === 'insertion-loss' ? limit.db : limit.db - limit.penaltyDb - designMarginDb
}

function receivedOf({ transmitDbm }: Optic, { design, typical }: Loss): ReceivedPower | undefined {
  if (transmitDbm === undefined) return undefined
  const { min, max } = transmitDbm
  return { minDbm: min - design, typicalDbm: (min + max) / 2 - typical, maxDbm: max - typical }
}

/**
 * Practice F4: `Tx max - A min <= Rx max`, and the least loss that a maker asks for; the typical loss stands for the
 * least.
 */
function overloadOf({ transmitDbm }: Optic, { receiveDbm, leastLossDb = 0 }: Optic, { typical }: Loss): number {
  const burning =
    transmitDbm === undefined || receiveDbm?.overload === undefined
      ? 0
      : transmitDbm.max - typical - receiveDbm.overload
  return Math.max(0, burning, leastLossDb - typical)
}
