import { corePlace, type CorePlace } from '../../model/colours.ts'
import type { Structure } from '../../model/network.ts'
import { placeOf } from '../../plan/plant/place.ts'
import type { CablePlan } from '../../plan/plant/plant-plan.ts'
import { spliceKey } from '../../plan/plant/routes.ts'
import { partsOfStep } from '../../model/strands.ts'
import { column, type Column } from '../tables/column.ts'
import type { CableHere, PlantIndex } from './index.ts'
import { colourWords, coreWords } from './words.ts'
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
}

export interface StrandHere {
  readonly plan: CablePlan
  readonly place: CorePlace
}

/** Splices by tray, then the cores that pass uncut, then those that end: by cable and number. */
export function spliceRows(index: PlantIndex, closure: Structure): SpliceRow[] {
  const spliced = (index.splicesOf.get(closure.id) ?? [])
    .flatMap(({ declared }): SpliceRow[] => {
      const [a, b] = [strandOf(index, declared.a), strandOf(index, declared.b)]
      if (a === undefined || b === undefined) return []
      const routes = index.routesOfSplice.get(spliceKey(closure.id, declared.a, declared.b)) ?? []
      return [
        { how: 'splice', tray: declared.tray, a, b, lossDb: declared.lossDb, measured: declared.measured, routes },
      ]
    })
    .sort((x, y) => (x.tray ?? Infinity) - (y.tray ?? Infinity) || byStrand(x.a, y.a))
  const taken = index.splicedAt.get(placeOf(closure)) ?? new Set()
  const others = (index.cablesAt.get(placeOf(closure)) ?? []).flatMap(here => unspliced(here, taken))
  return [...spliced, ...others.filter(({ how }) => how === 'uncut'), ...others.filter(({ how }) => how === 'end')]
}

function unspliced({ plan, how }: CableHere, taken: ReadonlySet<string>): SpliceRow[] {
  return plan.cores.flatMap(({ core, routes }): SpliceRow[] => {
    const strand: StrandHere = { plan, place: corePlace(plan.cable.type.declared, core) }
    if (taken.has(nameOf(strand))) return []
    const still = { tray: undefined, lossDb: undefined, measured: undefined }
    return [
      how === 'passes'
        ? { how: 'uncut', a: strand, b: strand, routes, ...still }
        : { how: 'end', a: strand, b: undefined, routes, ...still },
    ]
  })
}

function strandOf({ plant }: PlantIndex, strand: string): StrandHere | undefined {
  const { name, number } = partsOfStep(strand)
  const plan = plant.cables.get(name)
  return plan === undefined || number === undefined
    ? undefined
    : { plan, place: corePlace(plan.cable.type.declared, number) }
}

function nameOf({ plan, place }: StrandHere): string {
  return `${plan.cable.id}/${place.core}`
}

function byStrand(a: StrandHere, b: StrandHere): number {
  return compareText(a.plan.cable.id, b.plan.cable.id) || a.place.core - b.place.core
}

const howWords = { splice: 'sambung', uncut: 'lewat utuh', end: 'berakhir' } as const

export const spliceColumns: readonly Column<SpliceRow>[] = [
  column('how', 'Cara', 'How', 'text', 12, ({ how }) => howWords[how]),
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
