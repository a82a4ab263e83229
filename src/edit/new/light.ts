import { load } from '../../load/load.ts'
import type { Network } from '../../model/network.ts'
import type { Platform } from '../../model/platform.ts'
import type { Optic } from '../../model/optics.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { LightPlan } from '../../plan/plant/light-plan.ts'
import type { Source } from '../../source/source.ts'

/**
 * Classes of one speed from the shortest reach on, then more strands, then those whose source was read; of two that
 * mate the one that is declared first, which stands at `a`.
 */
export function opticsOf({ optics }: Network, speedMbps: number): Optic[] {
  const order = [...optics.keys()]
  const isFirst = ({ id, mate }: Optic): boolean => order.indexOf(id) <= order.indexOf(mate)
  return [...optics.values()]
    .filter(optic => optic.speedMbps === speedMbps && optic.limit.kind !== 'datasheet' && isFirst(optic))
    .toSorted((a, b) => a.reachKm - b.reachKm || b.strands - a.strands || Number(b.verified) - Number(a.verified))
}

/**
 * The first class with which the route, written with it, holds reach and budget and burns no receiver; the first that
 * can be written where the route does not load for another reason, which the compiler tells at its place.
 */
export function chosenOptic(
  candidates: readonly Optic[],
  route: string,
  platforms: ReadonlyMap<string, Platform>,
  written: (optic: Optic) => readonly Source[] | undefined,
): Optic | undefined {
  return candidates.find(optic => {
    const sources = written(optic)
    if (sources === undefined) return false
    const network = load(sources, platforms).value
    const light = network === undefined ? undefined : planPlant(network).routes.get(route)?.light
    return light === undefined || holds(light)
  })
}

function holds({ marginDb, beyondReachM, ab, ba }: LightPlan): boolean {
  return marginDb !== undefined && marginDb >= 0 && beyondReachM === 0 && ab.overloadDb <= 0 && ba.overloadDb <= 0
}
