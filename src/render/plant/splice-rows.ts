import { corePlace, type CorePlace } from '../../model/colours.ts'
import type { Splice, Structure } from '../../model/network.ts'
import { strandEndsAt } from '../../plan/plant/cables.ts'
import { typeBeside } from '../../plan/plant/glass.ts'
import { placeOf } from '../../plan/plant/place.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import { spliceKey } from '../../plan/plant/splices-met.ts'
import { partsOfStep } from '../../model/strands.ts'
import { column, type Column } from '../tables/column.ts'
import type { CableHere, LitSection, PlantIndex } from './index.ts'
import { coreWords, spliceWords } from '../../words/states.ts'
import { colourWords } from './words.ts'
import { compareText } from '../../text/order.ts'

/** One core on its way through a closure. */
export interface SpliceRow {
  readonly how: 'splice' | 'uncut' | 'end'
  readonly tray: number | undefined
  readonly a: StrandHere
  /** Undefined where the core ends in the closure. */
  readonly b: StrandHere | undefined
  readonly lossDb: number | undefined
  readonly measured: string | undefined
  readonly routes: readonly string[]
  /** The next structure along a core that ends, where its cable arrives from more than one side. */
  readonly towards: string | undefined
}

export interface StrandHere {
  readonly plan: CablePlan
  readonly place: CorePlace
  /** The next structure along the part that is joined here; undefined where nobody wrote down which of two it is. */
  readonly towards?: string | undefined
}

/** Splices by tray, then the cores that pass uncut, then those that end: by cable and number. */
export function spliceRows(index: PlantIndex, closure: Structure): SpliceRow[] {
  const spliced = (index.splicesOf.get(closure.id) ?? [])
    .flatMap(({ declared }): SpliceRow[] => {
      const key = spliceKey(closure.id, declared.a, declared.b)
      const [a, b] = [joined(index, closure, declared, 'a'), joined(index, closure, declared, 'b')]
      if (a === undefined || b === undefined) return []
      const routes = index.routesOfSplice.get(key) ?? []
      return [
        {
          how: 'splice',
          tray: declared.tray,
          a,
          b,
          lossDb: declared.lossDb,
          measured: declared.measured,
          routes,
          towards: undefined,
        },
      ]
    })
    .sort((x, y) => (x.tray ?? Infinity) - (y.tray ?? Infinity) || byStrand(x.a, y.a))
  const taken = index.splicedAt.get(placeOf(closure)) ?? new Set()
  const here = index.cablesAt.get(placeOf(closure)) ?? []
  const others = here.flatMap(each => unspliced(index, each, taken))
  return [...spliced, ...others.filter(({ how }) => how === 'uncut'), ...others.filter(({ how }) => how === 'end')]
}

/** A core ends where its cable does, and on both sides of a port at which it is cut; else it passes uncut. */
function unspliced(index: PlantIndex, here: CableHere, taken: ReadonlySet<string>): SpliceRow[] {
  const { plan, station } = here
  const last = plan.stations.length - 1
  return plan.cores.flatMap(({ core }): SpliceRow[] => {
    const a: StrandHere = { plan, place: corePlace(plan.cable.type.declared, core) }
    if (taken.has(nameOf(a))) return []
    const isCut = plan.cuts.has(station)
    const lit = index.litOn.get(nameOf(a)) ?? []
    const still = { a, tray: undefined, lossDb: undefined, measured: undefined }
    if (here.how === 'passes' && !isCut && !lit.some(({ ports }) => ports.includes(station)))
      return [{ ...still, how: 'uncut', b: a, routes: routesOf(lit, station - 1, station), towards: undefined }]
    const sides = [station - 1, station + 1].filter(next => next >= 0 && next <= last)
    return sides.map(next => ({
      ...still,
      how: 'end',
      b: undefined,
      routes: routesOf(lit, Math.min(station, next), Math.max(station, next)),
      towards: isTwice(here) ? plan.stations[next]?.structure.id : undefined,
    }))
  })
}

/** Routes over the span between two stations. */
function routesOf(lit: readonly LitSection[], low: number, high: number): string[] {
  return [
    ...new Set(lit.filter(section => section.low <= low && section.high >= high).map(({ route }) => route)),
  ].sort()
}

function isTwice({ plan, station }: CableHere): boolean {
  const structure = plan.stations[station]?.structure
  return structure !== undefined && strandEndsAt(plan, structure) > 1
}

/** One end of a splice, with the colours of the sheath on its side of the cut. */
function joined(
  { plant, sidesOfSplice }: PlantIndex,
  closure: Structure,
  declared: Splice['declared'],
  end: 'a' | 'b',
): StrandHere | undefined {
  const strand = declared[end]
  const { name, number } = partsOfStep(strand)
  const plan = plant.cables.get(name)
  if (plan === undefined || number === undefined) return undefined
  const [station, twice] = plan.stationsAt.get(placeOf(closure)) ?? []
  const last = plan.stations.length - 1
  const isRejoined = declared.a === declared.b
  const side =
    (end === 'a' ? declared.aSide : declared.bSide) ??
    (isRejoined ? (end === 'a' ? 'start' : 'end') : undefined) ??
    (station === 0 ? 'end' : station === last ? 'start' : undefined) ??
    sidesOfSplice.get(spliceKey(closure.id, declared.a, declared.b))?.get(strand)
  if (station === undefined || twice !== undefined || side === undefined)
    return { plan, place: corePlace(plan.cable.type.declared, number) }
  return {
    plan,
    place: corePlace(typeBeside(plan, station, side).declared, number),
    towards: plan.stations[side === 'start' ? station - 1 : station + 1]?.structure.id,
  }
}

function nameOf({ plan, place }: StrandHere): string {
  return `${plan.cable.id}/${place.core}`
}

function byStrand(a: StrandHere, b: StrandHere): number {
  return compareText(a.plan.cable.id, b.plan.cable.id) || a.place.core - b.place.core
}

export const spliceColumns: readonly Column<SpliceRow>[] = [
  column('how', 'Cara', 'How', 'text', 12, ({ how, towards }) =>
    towards === undefined ? spliceWords[how].id : `${spliceWords[how].id} (arah ${towards})`,
  ),
  column('tray', 'Baki', 'Tray', 'integer', 6, ({ tray }) => tray),
  ...strandColumns('a', 'A', ({ a }) => a),
  ...strandColumns('b', 'B', ({ b }) => b),
  column('loss_db', 'Redaman dB', 'Loss dB', 'decimal', 10, ({ lossDb }) => lossDb),
  column('measured', 'Diukur', 'Measured', 'date', 12, ({ measured }) => measured),
  column('routes', 'Rute', 'Routes', 'text', 24, ({ routes }) => routes.join(' ')),
]

function strandColumns(
  side: 'a' | 'b',
  name: string,
  of: (row: SpliceRow) => StrandHere | undefined,
): Column<SpliceRow>[] {
  return [
    column(`${side}_cable`, `Kabel ${name}`, `Cable ${name}`, 'code', 16, row => of(row)?.plan.cable.id),
    column(`${side}_core`, `Core ${name}`, `Core ${name}`, 'integer', 6, row => of(row)?.place.core),
    column(`${side}_tube`, `Tube ${name}`, `Tube ${name}`, 'integer', 6, row => of(row)?.place.tube),
    column(`${side}_tube_colour`, `Warna tube ${name}`, `Tube colour ${name}`, 'text', 16, row => {
      const strand = of(row)
      return strand && colourWords(strand.place.tubeColour)
    }),
    column(`${side}_core_colour`, `Warna core ${name}`, `Core colour ${name}`, 'text', 16, row => {
      const strand = of(row)
      return strand && colourWords(strand.place.coreColour)
    }),
    column(`${side}_towards`, `Arah ${name}`, `Towards ${name}`, 'code', 16, row => of(row)?.towards),
    column(`${side}_state`, `Keadaan ${name}`, `State ${name}`, 'text', 12, row => {
      const strand = of(row)
      return strand && stateOf(strand)
    }),
  ]
}

function stateOf({ plan, place }: StrandHere): string | undefined {
  const state = plan.cores[place.core - 1]?.state
  return state === undefined ? undefined : coreWords[state].id
}
