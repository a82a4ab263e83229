import type { FibreRoute } from '../../model/network.ts'
import type { Optic } from '../../model/optics.ts'
import type { DirectionPlan, LightPlan, Loss, ReceivedPower } from './plant-plan.ts'
import { opticOf } from '../../model/strands.ts'

/** Holds the losses of a route against the optics at both its ends. */
export function planLight(
  route: FibreRoute,
  losses: readonly Loss[],
  glassM: number,
  designMarginDb: number,
): LightPlan | undefined {
  const [a, b] = [opticOf(route, 'a'), opticOf(route, 'b')]
  if (a === undefined || b === undefined) return undefined
  const ab = planDirection(a, b, losses, designMarginDb)
  const ba = planDirection(b, a, losses, designMarginDb)
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

/** Practice F3: `A + penalty + design margin <= budget`, or `A <= channel insertion loss`, which has the penalties taken out already. */
export function limitOf({ limit }: Optic, designMarginDb: number): number | undefined {
  if (limit.kind === 'datasheet') return undefined
  return limit.kind === 'insertion-loss' ? limit.db : limit.db - limit.penaltyDb - designMarginDb
}

function receivedOf({ transmitDbm }: Optic, { design, typical }: Loss): ReceivedPower | undefined {
  if (transmitDbm === undefined) return undefined
  const { min, max } = transmitDbm
  return { minDbm: min - design, typicalDbm: (min + max) / 2 - typical, maxDbm: max - typical }
}

/** Practice F4: `Tx max - A min <= Rx max`, and the least loss that a maker asks for; the typical loss stands for the least. */
function overloadOf({ transmitDbm }: Optic, { receiveDbm, leastLossDb = 0 }: Optic, { typical }: Loss): number {
  const burning =
    transmitDbm === undefined || receiveDbm?.overload === undefined
      ? 0
      : transmitDbm.max - typical - receiveDbm.overload
  return Math.max(0, burning, leastLossDb - typical)
}
