import { chordM, geodesicM, toSpace, type Space } from '../model/geodesy.ts'
import type { Circuit, Network, Site, Structure } from '../model/network.ts'
import type { NetworkDeclaration } from '../model/network-file.ts'
import type { Point } from '../model/scalars.ts'
import type { Plan } from '../plan/plan.ts'
import { placeOf } from '../plan/plant/place.ts'
import { byText } from '../text/order.ts'
import { yearOf } from './fee.ts'
import { decimal, fraction, times, wholeRupiah } from './fraction.ts'

type FibreCost = NonNullable<NetworkDeclaration['policy']['fibreCost']>

/** A joint that a cable in service reaches, as the end of a cable to come. */
interface Joint {
  readonly structure: Structure
  readonly lineM: number
  /** Of the cable there that has the most. */
  readonly freeCores: number
}

/** What fibre to a site would cost by the policy, whole rupiah without PPN. */
interface Building {
  /** The straight line and the detour, whole metres, rounded up. */
  readonly routeM: number
  readonly poles: number
  readonly cableRupiah: number
  readonly polesRupiah: number
  readonly opticsRupiah: number
  readonly rupiah: number
  readonly yearlyUpkeepRupiah: number
}

/** A leased site beside fibre to it. */
export interface BuildOrLease {
  readonly site: Site
  /** In service, by id. */
  readonly circuits: readonly Circuit[]
  /** Twelve months of today's fees, without PPN. */
  readonly yearlyRupiah: number
  /** The nearest one; undefined where no cable ends in any. */
  readonly joint: Joint | undefined
  /** Undefined without a joint or a policy. */
  readonly building: Building | undefined
  /** What a year of fibre saves: the lease less the upkeep. */
  readonly savedRupiah: number | undefined
  /** Whole months until what is saved has paid for building, rounded up; undefined where nothing is saved. */
  readonly payBackMonths: number | undefined
}

/**
 * Every site that hangs on leased circuits alone, first those whose fibre is paid back soonest; where that never
 * happens, the cheaper to build first. A straight line tells nothing of rivers and rights of way: it ranks what an
 * engineer looks at, and decides nothing.
 */
export function buildOrLease(network: Network, plan: Plan): BuildOrLease[] {
  const joints = jointsOf(network, plan)
  const leased = [...network.sites.values()].flatMap(site => {
    const circuits = (network.index.circuitsOfSite.get(site.id) ?? []).filter(({ active }) => active)
    return circuits.length === 0 || hasFibre(network, site) ? [] : [rowOf(network, site, circuits, joints)]
  })
  const last = Number.MAX_SAFE_INTEGER
  return leased
    .sort(byText(({ site }) => site.id))
    .sort(
      (a, b) =>
        (a.payBackMonths ?? last) - (b.payBackMonths ?? last) ||
        (a.building?.rupiah ?? last) - (b.building?.rupiah ?? last),
    )
}

function rowOf(
  { declared }: Network,
  site: Site,
  circuits: readonly Circuit[],
  joints: readonly Nearby[],
): BuildOrLease {
  const yearlyRupiah = circuits.reduce((sum, circuit) => sum + yearOf(circuit.declared.monthlyRupiah), 0)
  const joint = nearest(joints, [site.declared.location.lon, site.declared.location.lat])
  const { fibreCost } = declared.policy
  const building = joint === undefined || fibreCost === undefined ? undefined : buildingOf(joint.lineM, fibreCost)
  const savedRupiah = building === undefined ? undefined : yearlyRupiah - building.yearlyUpkeepRupiah
  return { site, circuits, yearlyRupiah, joint, building, savedRupiah, payBackMonths: payBack(building, savedRupiah) }
}

function buildingOf(lineM: number, cost: FibreCost): Building {
  const routeM = Math.ceil(lineM * (1 + cost.detourPercent / 100))
  const poles = Math.ceil(routeM / cost.poleEveryM)
  const cableRupiah = wholeRupiah(fraction(BigInt(cost.rupiahPerKm) * BigInt(routeM), 1000))
  const polesRupiah = cost.poleRupiah * poles
  const rupiah = cableRupiah + polesRupiah + cost.opticsRupiah
  const yearlyUpkeepRupiah = wholeRupiah(times(times(fraction(rupiah), decimal(cost.upkeepPercent)), fraction(1, 100)))
  return { routeM, poles, cableRupiah, polesRupiah, opticsRupiah: cost.opticsRupiah, rupiah, yearlyUpkeepRupiah }
}

function payBack(building: Building | undefined, savedRupiah: number | undefined): number | undefined {
  if (building === undefined || savedRupiah === undefined || savedRupiah <= 0) return undefined
  return Math.ceil((building.rupiah * 12) / savedRupiah)
}

interface Nearby extends Omit<Joint, 'lineM'> {
  readonly space: Space
}

/** Closures and ODFs in service at which a cable in service stops or passes. */
function jointsOf({ structures }: Network, { plant }: Plan): Nearby[] {
  const freeAt = new Map<string, number>()
  for (const { cable, stations, freeCores } of plant.cables.values()) {
    if (cable.declared.status !== 'active') continue
    for (const { structure } of stations) {
      const place = placeOf(structure)
      freeAt.set(place, Math.max(freeAt.get(place) ?? 0, freeCores))
    }
  }
  return [...structures.values()].flatMap(structure => {
    const { kind, status } = structure.declared
    const freeCores = freeAt.get(placeOf(structure))
    const joins = (kind === 'closure' || kind === 'odf') && status === 'active'
    return joins && freeCores !== undefined ? [{ structure, freeCores, space: toSpace(structure.point) }] : []
  })
}

/** More than `geodesicM` may be off. */
const slackM = 0.01

function nearest(joints: readonly Nearby[], point: Point): Joint | undefined {
  const here = toSpace(point)
  let best: Joint | undefined
  for (const { structure, freeCores, space } of joints) {
    if (best !== undefined && chordM(space, here) > best.lineM + slackM) continue
    const lineM = geodesicM(structure.point, point)
    if (best === undefined || lineM < best.lineM) best = { structure, freeCores, lineM }
  }
  return best
}

/** Whether a fibre route in service ends at any router of a site. */
export function hasFibre(network: Network, site: Site): boolean {
  return [site.router, ...site.cores].some(({ id }) =>
    (network.index.routesOfRouter.get(id) ?? []).some(({ active }) => active),
  )
}
