import type { Network } from '../../model/network.ts'
import type { DirectionPlan } from '../../plan/plant/light-plan.ts'
import type { PlantPlan, RoutePlan } from '../../plan/plant/plant-plan.ts'
import { column, pick, type Cell, type Column, type Table } from '../tables/column.ts'
import { statusWords } from '../../words/declared.ts'
import { markdownTable } from '../tables/markdown.ts'
import { markdownText } from '../text/escape.ts'
import { notesMarkdown } from '../text/notes.ts'
import { rounded } from '../text/numbers.ts'

const shownKeys = [
  'route',
  'a',
  'b',
  'glass_km',
  'splices',
  'connectors',
  'loss_1310_db',
  'loss_1550_db',
  'limit_db',
  'margin_db',
  'reach_km',
  'rx_a_dbm',
  'rx_b_dbm',
  'verdict',
]

/** What every route loses and what is left for it, to read on a page. */
export function lossMarkdown(network: Network, plant: PlantPlan): string {
  return [
    `# Redaman rute ${markdownText(network.declared.name)}\n\n*Loss report. Worst case of the design; ` +
      `received power as it is expected, which the NOC alarms on. All columns stand in \`loss.csv\`.*\n`,
    notesMarkdown(network),
    markdownTable({ columns: pick(lossColumns, shownKeys), rows: rowsOf(plant) }),
  ]
    .filter(part => part !== '')
    .join('\n')
}

export function lossTable(plant: PlantPlan): Table<RoutePlan> {
  return { columns: lossColumns, rows: rowsOf(plant) }
}

function rowsOf({ routes }: PlantPlan): RoutePlan[] {
  return [...routes.values()]
}

const lossColumns: readonly Column<RoutePlan>[] = [
  column('route', 'Rute', 'Route', 'code', 20, ({ route }) => route.id),
  column('name', 'Nama', 'Name', 'text', 30, ({ route }) => route.declared.name),
  column('status', 'Status', 'Status', 'text', 10, ({ route }) => statusWords[route.declared.status].id),
  column('a', 'Ujung a', 'End a', 'text', 24, ({ route: { a } }) => `${a.router.id} ${a.port}`),
  column('b', 'Ujung b', 'End b', 'text', 24, ({ route: { b } }) => `${b.router.id} ${b.port}`),
  column('optic_a', 'Optik a', 'Optic a', 'code', 10, ({ route }) => route.declared.a.optic),
  column('optic_b', 'Optik b', 'Optic b', 'code', 10, ({ route }) => route.declared.b.optic),
  column(
    'attenuator_a_db',
    'Peredam a dB',
    'Attenuator a dB',
    'decimal',
    10,
    ({ route }) => route.declared.a.attenuatorDb,
  ),
  column(
    'attenuator_b_db',
    'Peredam b dB',
    'Attenuator b dB',
    'decimal',
    10,
    ({ route }) => route.declared.b.attenuatorDb,
  ),
  column('cables', 'Kabel', 'Cables', 'text', 30, ({ hops }) =>
    hops.map(({ cable, core }) => `${cable.cable.id}/${core}`).join(' '),
  ),
  column('drawn_km', 'Di darat km', 'On the ground km', 'decimal', 10, ({ drawnM }) => rounded(drawnM / 1000, 3)),
  column('glass_km', 'Serat km', 'Glass km', 'decimal', 10, ({ glassM }) => rounded(glassM / 1000, 3)),
  column('splices', 'Sambungan', 'Splices', 'integer', 10, ({ strands }) => strands[0]?.splices.length ?? 0),
  column(
    'splices_measured',
    'Diukur',
    'Measured',
    'integer',
    10,
    ({ strands }) => strands[0]?.splices.filter(({ measuredDb }) => measuredDb !== undefined).length ?? 0,
  ),
  column('connectors', 'Konektor', 'Connectors', 'integer', 10, ({ connectors }) => connectors),
  column('loss_1310_db', 'Redaman 1310 nm dB', 'Loss 1310 nm dB', 'decimal', 10, lossAt(1310, 'design')),
  column('typical_1310_db', 'Lazimnya 1310 nm dB', 'Typical 1310 nm dB', 'decimal', 10, lossAt(1310, 'typical')),
  column('loss_1550_db', 'Redaman 1550 nm dB', 'Loss 1550 nm dB', 'decimal', 10, lossAt(1550, 'design')),
  column('typical_1550_db', 'Lazimnya 1550 nm dB', 'Typical 1550 nm dB', 'decimal', 10, lossAt(1550, 'typical')),
  column('nm', 'Dihitung pada nm', 'Reckoned at nm', 'code', 8, plan => worse(plan)?.nm),
  column('limit_db', 'Batas dB', 'Limit dB', 'decimal', 10, plan => decibels(worse(plan)?.limitDb)),
  column('margin_db', 'Sisa dB', 'Margin dB', 'decimal', 10, ({ light }) => decibels(light?.marginDb)),
  column('reach_km', 'Jangkauan km', 'Reach km', 'decimal', 10, ({ light }) => light?.reachKm),
  ...receivedColumns('a', ({ light }) => light?.ba),
  ...receivedColumns('b', ({ light }) => light?.ab),
  column('verdict', 'Putusan', 'Verdict', 'text', 24, verdict),
]

function receivedColumns(side: 'a' | 'b', of: (plan: RoutePlan) => DirectionPlan | undefined): Column<RoutePlan>[] {
  return [
    column(`rx_${side}_dbm`, `Terima di ${side} dBm`, `Received at ${side} dBm`, 'decimal', 10, plan =>
      decibels(of(plan)?.received?.typicalDbm),
    ),
    column(`rx_${side}_min_dbm`, `Paling lemah di ${side} dBm`, `Weakest at ${side} dBm`, 'decimal', 10, plan =>
      decibels(of(plan)?.received?.minDbm),
    ),
    column(`rx_${side}_max_dbm`, `Paling kuat di ${side} dBm`, `Strongest at ${side} dBm`, 'decimal', 10, plan =>
      decibels(of(plan)?.received?.maxDbm),
    ),
  ]
}

function lossAt(wanted: number, profile: 'design' | 'typical'): (plan: RoutePlan) => Cell {
  return ({ losses, hops }) =>
    hops.length === 0 ? undefined : decibels(losses.find(({ nm }) => nm === wanted)?.[profile])
}

function decibels(value: number | undefined): number | undefined {
  return value === undefined ? undefined : rounded(value, 2)
}

function worse({ light }: RoutePlan): DirectionPlan | undefined {
  if (light === undefined) return undefined
  return (light.ba.marginDb ?? Infinity) < (light.ab.marginDb ?? Infinity) ? light.ba : light.ab
}

function verdict({ broken, hops, light }: RoutePlan): string {
  if (broken !== undefined) return 'rute terputus'
  if (hops.length === 0) return 'patch cord'
  if (light === undefined) return 'optik tidak disebut'
  if (light.marginDb === undefined) return 'lembar data tidak ada'
  const faults = [
    ...(light.marginDb < 0 ? ['redaman'] : []),
    ...(light.beyondReachM > 0 ? ['jarak'] : []),
    ...(light.ab.overloadDb > 0 || light.ba.overloadDb > 0 ? ['kelebihan daya'] : []),
  ]
  return faults.length === 0 ? 'lulus' : `gagal: ${faults.join(', ')}`
}
