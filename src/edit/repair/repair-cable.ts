import type { Network, Structure } from '../../model/network.ts'
import type { CablePlan, Coil, Piece } from '../../plan/plant/cable-plan.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { offsetsOf } from '../../source/locate.ts'
import { inside, type Place, type Source } from '../../source/source.ts'
import type { Edited, Refused } from '../edited.ts'
import { appended } from '../lists.ts'
import { refusal } from '../new/outcome.ts'
import { outOfFile } from '../retire-text.ts'
import { numberSplice, spliced, type Splice } from '../splice.ts'
import { declarationsOf, thingsIn } from '../things.ts'
import { jointAt, repairText, spliceText, structureText, type Joint, type Pulled } from './texts.ts'
import { cutOf, type Cut } from './where.ts'
import type { Material, RepairWish } from './wish.ts'

export interface Repaired extends Edited {
  readonly material: Material
  /** In which the cable was joined: the new ones, and those that were there. */
  readonly closures: readonly string[]
}

/** Writes a repair into the plant file of its cable: closures, the piece, splices one to one. No path changes. */
export function repairCable(sources: readonly Source[], network: Network, wish: RepairWish): Repaired | Refused {
  const plan = planPlant(network).cables.get(wish.cable)
  const type = network.cableTypes.get(wish.type ?? plan?.cable.type.id ?? '')
  if (plan === undefined) return refusal(`kabel \`${wish.cable}\` tidak dikenal`, `unknown cable \`${wish.cable}\``)
  if (type === undefined)
    return refusal(`jenis kabel \`${wish.type}\` tidak dikenal`, `unknown cable type \`${wish.type}\``)
  if (plan.broken !== undefined)
    return refusal(
      `kabel ${wish.cable} belum tercatat benar; jalankan serat check`,
      `cable ${wish.cable} is not recorded right yet; run serat check`,
    )
  const cut = cutOf(network, plan, wish)
  if (!('from' in cut)) return cut
  const old = plan.pieces.find(({ fromStation, toStation }) => cut.from >= fromStation && cut.to <= toStation)
  const work = { sources, network, plan, wish, cut }
  if (old !== undefined) return anotherPiece(work, old)
  return cut.from === cut.to ? pulledTogether(work) : newPiece(work)
}

interface Work {
  readonly sources: readonly Source[]
  readonly network: Network
  readonly plan: CablePlan
  readonly wish: RepairWish
  readonly cut: Cut
}

/** One closure: what is missing comes out of the nearest coil that has as much. */
function pulledTogether(work: Work): Repaired | Refused {
  const { plan, cut, wish } = work
  const { id } = plan.cable
  if (cut.from === 0 || cut.from === plan.stations.length - 1)
    return refusal(
      'di ujung kabel satu closure tidak memotong apa pun; pakai --closures 2',
      'at the end of a cable one closure cuts nothing; use --closures 2',
    )
  if (wish.lengthM === 0) return written(work, [])
  const nearest = plan.coils.toSorted((a, b) => Math.abs(a.station - cut.from) - Math.abs(b.station - cut.from))[0]
  if (nearest === undefined || nearest.lengthM <= wish.lengthM)
    return refusal(
      `gulungan terdekat pada kabel ${id} tidak sampai ${wish.lengthM} m; pakai --closures 2 dengan potongan baru`,
      `the nearest coil of cable ${id} has less than ${wish.lengthM} m; use --closures 2 with a new piece`,
    )
  const pulled = { station: nearest.station, lengthM: wish.lengthM }
  return written(work, shorterCoil(plan, nearest, cut.from, wish.lengthM), pulled)
}

/**
 * The coil with so much less, and its marks on the side towards the cut moved by it; in the middle of it on both sides
 * by half.
 */
function shorterCoil(plan: CablePlan, { slack, lengthM, station }: Coil, cut: number, lessM: number): Splice[] {
  const { lengthM: declaredM, marksM } = slack.declared
  const lengths =
    declaredM === undefined ? [] : [numberSplice(inside(slack.origin, 'lengthM'), centimetres(lengthM - lessM))]
  if (marksM === undefined) return lengths
  const ends = plan.cable.declared.marksM
  const isRising = ends === undefined || ends.end >= ends.start
  const [fromLow, fromHigh] =
    station === cut ? [lessM / 2, lessM / 2] : station > cut === isRising ? [lessM, 0] : [0, lessM]
  const moved = (mark: number): number =>
    centimetres(mark === Math.min(marksM.start, marksM.end) ? mark + fromLow : mark - fromHigh)
  return [
    ...lengths,
    ...(['start', 'end'] as const)
      .filter(end => moved(marksM[end]) !== marksM[end])
      .map(end => numberSplice(inside(slack.origin, 'marksM', end), moved(marksM[end]))),
  ]
}

function centimetres(metres: number): number {
  return Number(metres.toFixed(2))
}

/** Two closures and new sheath between them. Coils that hung on what was cut out are gone. */
function newPiece(work: Work): Repaired | Refused {
  const { plan, cut, wish } = work
  const leastM = ((plan.stations[cut.to]?.chainageM ?? 0) - (plan.stations[cut.from]?.chainageM ?? 0)) / 2
  if (wish.lengthM < leastM)
    return refusal(
      `--length ${wish.lengthM}: kedua closure terpaut ${(leastM * 2).toFixed(0)} m menurut gambar`,
      `--length ${wish.lengthM}: the closures are ${(leastM * 2).toFixed(0)} m apart by the drawing`,
    )
  const open = openBetween(work)
  if (open !== undefined)
    return refusal(
      `di antaranya kabel ${plan.cable.id} terbuka di ${open}; perbaiki sampai ke sana, lalu dari sana`,
      `in between cable ${plan.cable.id} is open in ${open}; repair up to there, and then from there`,
    )
  const gone = plan.coils.filter(({ station }) => isInside(plan, cut, station))
  return written(work, coilsOut(work, gone))
}

/** Where cores of the cable are joined to others between the closures: a new piece does not pass there. */
function openBetween({ network, plan, cut }: Work): string | undefined {
  const { id } = plan.cable
  const isBetween = (structure: Structure): boolean =>
    (plan.stationsAt.get(placeOf(structure)) ?? []).some(station => station > cut.from && station < cut.to)
  const spliced = network.splices.find(
    ({ closure, declared: { a, b } }) => [a, b].some(strand => strand.startsWith(`${id}/`)) && isBetween(closure),
  )
  const ends = [...planPlant(network).routes.values()]
    .flatMap(({ hops }) => hops)
    .filter(({ cable }) => cable.cable.id === id)
    .flatMap(({ from, to }) => [from, to])
  return (spliced?.closure ?? ends.find(isBetween))?.id
}

/** Cut with the piece: what is not in the middle of it, but at an end of the cable where the piece ends too. */
function isInside({ stations }: CablePlan, { from, to }: Cut, station: number): boolean {
  return (
    (station > from && station < to) ||
    (station === 0 && from === 0) ||
    (station === stations.length - 1 && to === stations.length - 1)
  )
}

function coilsOut({ sources, network }: Work, coils: readonly Coil[]): Splice[] {
  if (coils.length === 0) return []
  const declared = declarationsOf(thingsIn(sources))
  const out = coils.flatMap(({ slack }) => {
    const own = declared.find(({ kind, id }) => kind === 'slack' && id === slack.id)
    return own === undefined ? [] : [outOfFile(own)]
  })
  const gone = new Set(coils.map(({ slack }) => slack.id))
  const lists = Map.groupBy(
    network.slacks.values(),
    ({ origin: { source, path } }) => `${source.path} ${path.slice(0, -1).join('.')}`,
  )
  const emptied = [...lists.values()].filter(list => list.every(({ id }) => gone.has(id)))
  return [...out, ...emptied.flatMap(([first]) => (first === undefined ? [] : [emptyList(first.origin)]))]
}

/** A list without items says so: YAML reads a key with nothing behind it as null. */
function emptyList({ source, path }: Place): Splice {
  const [, end] = offsetsOf({ source, path: path.slice(0, -1), key: true })
  const at = source.text.indexOf(':', end) + 1
  return { path: source.path, from: at, to: at, text: ' []' }
}

/** A cut in a piece that was set in before: another length between the same closures. */
function anotherPiece({ sources, plan, wish }: Work, { repair }: Piece): Repaired | Refused {
  const length = repair.declared.lengthM ?? 0
  if (wish.closures === 1 || wish.lengthM === 0)
    return refusal(
      `putusnya di potongan ${length} m dari perbaikan lama; ganti potongan itu: --closures 2 --length`,
      `the cut is in the piece of ${length} m of an earlier repair; lay another one: --closures 2 --length`,
    )
  return {
    sources: spliced(sources, [numberSplice(inside(repair.origin, 'lengthM'), wish.lengthM)]),
    removed: [],
    closures: repair.closures.map(({ id }) => id),
    material: {
      closures: 0,
      cableM: wish.lengthM,
      cableType: repair.type.id,
      splices: repair.closures.length * plan.cores.length,
    },
  }
}

function written(work: Work, coils: readonly Splice[], pulled?: Pulled): Repaired {
  const { sources, network, plan, wish, cut } = work
  const { source, path } = plan.cable.origin
  const isOne = cut.from === cut.to
  const joints: Joint[] = []
  for (const station of isOne ? [cut.from] : [cut.from, cut.to]) joints.push(jointAt(network, plan, station, joints))
  const fresh = joints.filter(({ isNew }) => isNew)
  const area = path.slice(0, -2)
  const lists =
    fresh.length === 0
      ? []
      : [
          appended(
            source,
            [...area, 'structures'],
            fresh.map(joint => structureText(network, plan, wish, joint)),
          ),
          appended(
            source,
            [...area, 'splices'],
            fresh.map(({ id }) => spliceText(plan, id)),
          ),
        ]
  const repair = appended(source, [...path, 'repairs'], [repairText(plan, wish, { ...cut, pulled }, joints)])
  return {
    // The cable's own entry comes last: where a list begins right behind it, that stays behind it.
    sources: spliced(sources, [...coils, ...lists, repair]),
    removed: [],
    closures: joints.map(({ id }) => id),
    material: {
      closures: fresh.length,
      cableM: isOne ? 0 : wish.lengthM,
      cableType: wish.type ?? plan.cable.type.id,
      splices: joints.length * plan.cores.length,
    },
  }
}
