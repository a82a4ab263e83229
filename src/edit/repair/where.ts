import { locateReading } from '../../analysis/otdr/locate.ts'
import type { Network } from '../../model/network.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { sheathAtMark } from '../../plan/plant/marks.ts'
import type { Refused } from '../edited.ts'
import { refusal } from '../new/outcome.ts'
import type { RepairWish } from './wish.ts'

/**
 * Stations of the cable at which it is joined again, on either side of the new piece; the same twice for one closure.
 */
export interface Cut {
  readonly from: number
  readonly to: number
}

export function cutOf(network: Network, plan: CablePlan, wish: RepairWish): Cut | Refused {
  if ([wish.at.length > 0, wish.markM !== undefined, wish.reading !== undefined].filter(Boolean).length !== 1)
    return refusal('sebut satu dari --at, --mark, --otdr', 'say one of --at, --mark, --otdr')
  if (wish.at.length > 0) return atStructures(network, plan, wish)
  const sheathM = wish.reading === undefined ? ofMark(plan, wish.markM ?? 0) : ofReading(network, plan, wish)
  return typeof sheathM === 'number' ? around(plan, sheathM, wish.closures) : sheathM
}

function atStructures(network: Network, plan: CablePlan, { at, closures }: RepairWish): Cut | Refused {
  if (at.length > 2) return refusal('--at: satu atau dua struktur', '--at: one or two structures')
  const places = at.map(id => network.structures.get(id))
  const strange = at.filter((_, i) => {
    const structure = places[i]
    return structure === undefined || !plan.stationsAt.has(placeOf(structure))
  })
  if (strange.length > 0)
    return refusal(
      `kabel ${plan.cable.id} tidak melewati ${strange.join(', ')}`,
      `cable ${plan.cable.id} does not pass ${strange.join(', ')}`,
    )
  const last = plan.stations.length - 1
  const found = places.flatMap(structure =>
    structure === undefined ? [] : [plan.stationsAt.get(placeOf(structure)) ?? []],
  )
  const [first = [], second = []] = found
  const station = first.find(each => each > 0 && each < last) ?? first[0] ?? 0
  if (closures === 1) return { from: station, to: station }
  if (found.length === 1)
    return station < last ? { from: station, to: station + 1 } : { from: station - 1, to: station }
  const [pair] = first
    .flatMap(a => second.map(b => [Math.min(a, b), Math.max(a, b)] as const))
    .filter(([low, high]) => low < high)
    .sort(([a, b], [c, d]) => b - a - (d - c))
  if (pair !== undefined) return { from: pair[0], to: pair[1] }
  return refusal('--at: dua struktur yang berlainan', '--at: two different structures')
}

/** The stretch of old sheath whose marks hold this one. */
function ofMark({ basis, marked, cable }: CablePlan, markM: number): number | Refused {
  const { marksM } = cable.declared
  if (basis !== 'marks' || marked === undefined || marksM === undefined)
    return refusal(
      `tanda meter kabel ${cable.id} tidak diketahui; pakai --at atau --otdr`,
      `the marks of cable ${cable.id} are not known; use --at or --otdr`,
    )
  const rising = marksM.end >= marksM.start
  const found = marked.stretches
    .map(({ sheathFromM, sheathToM, fromStation }) => ({
      sheathM: sheathAtMark(marked, fromStation, markM, rising),
      sheathFromM,
      sheathToM,
    }))
    .find(({ sheathM, sheathFromM, sheathToM }) => sheathM >= sheathFromM && sheathM <= sheathToM)
  return (
    found?.sheathM ??
    refusal(
      `tanda ${markM} tidak ada pada selubung kabel ${cable.id}`,
      `there is no mark ${markM} on the sheath of cable ${cable.id}`,
    )
  )
}

function ofReading(network: Network, plan: CablePlan, { reading, cable }: RepairWish): number | Refused {
  if (reading === undefined) return refusal('sebut --otdr', 'say --otdr')
  const spot = locateReading(network, planPlant(network), reading)
  if (!('sheathM' in spot))
    return refusal(
      'bacaan itu tidak jatuh pada kabel; periksa dengan serat locate --otdr',
      'that reading does not fall on a cable; look at it with serat locate --otdr',
    )
  const { id } = spot.hop.cable.cable
  return id === plan.cable.id
    ? spot.sheathM
    : refusal(`bacaan itu jatuh pada kabel ${id}, bukan ${cable}`, `that reading falls on cable ${id}, not on ${cable}`)
}

/** The poles on both sides; for one closure the nearer of them that is no end. */
function around({ stations }: CablePlan, sheathM: number, closures: 1 | 2): Cut | Refused {
  const last = stations.length - 1
  const behind = stations.findLastIndex(({ sheathInM }) => sheathInM <= sheathM)
  const low = Math.min(last - 1, Math.max(0, behind))
  if (closures === 2) return { from: low, to: low + 1 }
  const [near] = [low, low + 1].filter(station => station > 0 && station < last).sort((a, b) => awayM(a) - awayM(b))
  function awayM(station: number): number {
    const here = stations[station]
    return here === undefined
      ? Infinity
      : Math.min(Math.abs(here.sheathInM - sheathM), Math.abs(here.sheathOutM - sheathM))
  }
  return near === undefined
    ? refusal(
        'di antara kedua ujung kabel ini tidak ada struktur untuk satu closure; pakai --closures 2',
        'between the ends of this cable there is no structure for one closure; use --closures 2',
      )
    : { from: near, to: near }
}
