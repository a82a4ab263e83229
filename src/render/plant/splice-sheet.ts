import { corePlace } from '../../model/colours.ts'
import type { Structure } from '../../model/network.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { column, pick, type Column, type Table } from '../tables/column.ts'
import { statusWords } from '../../words/declared.ts'
import { markdownTable } from '../tables/markdown.ts'
import { markdownText } from '../text/escape.ts'
import { decimalText, rounded } from '../text/numbers.ts'
import { notesMarkdown } from '../text/notes.ts'
import type { CableHere, PlantIndex, PortUse } from './index.ts'
import { spliceColumns, spliceRows, type SpliceRow } from './splice-rows.ts'
import { trayColumns, trayRows } from './tray-rows.ts'
import { colourWords } from './words.ts'
import { structureName } from '../../words/things.ts'

/** Splice plan of a closure or ODF for the technician who opens it. */
export function spliceSheetMarkdown(index: PlantIndex, structure: Structure): string {
  const rows = spliceRows(index, structure)
  const spliced = rows.filter(({ how }) => how === 'splice')
  const trays = trayRows(spliced, structure, index.network.declared.policy.splicesPerTray)
  const uncut = rows.filter(({ how }) => how === 'uncut')
  const ports = index.portsOf.get(structure.id) ?? []
  return [
    `# ${structureName(structure).id}\n\n*Splice plan and core assignment. ` +
      `${structure.declared.kind === 'closure' ? 'The drawing stands beside it as `.svg`; every' : 'Every'} core ` +
      `with all columns stands in the \`.csv\`.*\n`,
    notesMarkdown(index.network),
    `${factsOf(index, structure)
      .map(([name, value]) => `- ${name}: ${markdownText(value)}`)
      .join('\n')}\n`,
    `## Kabel\n\n*Cables.*\n\n${markdownTable({ columns: cableColumns, rows: index.cablesAt.get(placeOf(structure)) ?? [] })}`,
    ...(ports.length === 0
      ? []
      : [
          `## Port\n\n*Ports in use; of ${structure.declared.ports ?? '?'}.*\n\n` +
            markdownTable({ columns: portColumnsFor(ports), rows: ports }),
        ]),
    ...(trays.length === 0
      ? []
      : [`## Baki\n\n*Trays, as they are filled.*\n\n${markdownTable({ columns: trayColumns, rows: trays })}`]),
    ...(spliced.length === 0
      ? []
      : [`## Sambungan\n\n*Splices.*\n\n${markdownTable({ columns: pick(spliceColumns, shownKeys), rows: spliced })}`]),
    ...(uncut.length === 0
      ? []
      : [
          `## Core yang lewat utuh\n\n*Cores that pass uncut: do not cut ` +
            `them.*\n\n${markdownTable({ columns: pick(spliceColumns, uncutKeys), rows: uncut })}`,
        ]),
  ]
    .filter(part => part !== '')
    .join('\n')
}

export function spliceTable(index: PlantIndex, structure: Structure): Table<SpliceRow> {
  return { columns: spliceColumns, rows: spliceRows(index, structure) }
}

export function portTable(index: PlantIndex, structure: Structure): Table<PortUse> {
  const ports = index.portsOf.get(structure.id) ?? []
  return { columns: portColumnsFor(ports), rows: ports }
}

const shownKeys = [
  'tray',
  'a_cable',
  'a_core',
  'a_tube_colour',
  'a_core_colour',
  'a_towards',
  'b_cable',
  'b_core',
  'b_tube_colour',
  'b_core_colour',
  'b_towards',
  'loss_db',
  'measured',
  'routes',
]
const uncutKeys = ['a_cable', 'a_core', 'a_tube_colour', 'a_core_colour', 'a_state', 'routes']

function factsOf({ network }: PlantIndex, { declared, point, site: ground }: Structure): (readonly [string, string])[] {
  const [lon, lat] = point
  const carrier = declared.atStructure === undefined ? undefined : network.structures.get(declared.atStructure)
  const site = ground === undefined ? undefined : network.sites.get(ground.id)
  return [
    ['Titik (*point*)', `${rounded(lat, 6)}, ${rounded(lon, 6)}`],
    ...(site === undefined ? [] : [['Gedung (*building*)', site.declared.name] as const]),
    ...(carrier === undefined ? [] : [['Pada (*on*)', `${structureName(carrier).id}`] as const]),
    ['Milik (*owner*)', declared.owner],
    ['Status', statusWords[declared.status].id],
    ...(declared.trays === undefined ? [] : [['Baki (*trays*)', String(declared.trays)] as const]),
  ]
}

const cableColumns: readonly Column<CableHere>[] = [
  column('cable', 'Kabel', 'Cable', 'code', 16, ({ plan }) => plan.cable.id),
  column('type', 'Jenis', 'Type', 'text', 30, ({ plan }) => plan.cable.type.declared.name),
  column(
    'how',
    'Di sini',
    'Here',
    'text',
    12,
    ({ how }) => ({ start: 'berawal', end: 'berakhir', passes: 'lewat' })[how],
  ),
  column(
    'towards',
    'Dari - ke',
    'From - to',
    'text',
    30,
    ({ plan }) => `${plan.stations[0]?.structure.id ?? ''} - ${plan.stations.at(-1)?.structure.id ?? ''}`,
  ),
  column('cores', 'Core', 'Cores', 'integer', 6, ({ plan }) => plan.cores.length),
  column('free', 'Bebas', 'Free', 'integer', 6, ({ plan }) => plan.freeCores),
  column('sheath_m', 'Selubung m', 'Sheath m', 'text', 10, ({ plan }) => decimalText(plan.sheathM, 1)),
]

/**
 * Where a cable arrives from two sides, as one that rings does at each of its offices, a core alone does not say which
 * end lies behind a port.
 */
function portColumnsFor(ports: readonly PortUse[]): readonly Column<PortUse>[] {
  if (ports.every(({ towards }) => towards === undefined)) return portColumns
  const [port, cable, core, ...others] = portColumns as readonly [Column<PortUse>, Column<PortUse>, Column<PortUse>]
  return [port, cable, core, towardsColumn, ...others]
}

const towardsColumn = column<PortUse>('towards', 'Arah', 'Towards', 'code', 20, ({ towards }) => towards?.id)

const portColumns: readonly Column<PortUse>[] = [
  column('port', 'Port', 'Port', 'integer', 6, ({ port }) => port),
  column('cable', 'Kabel', 'Cable', 'code', 16, ({ strand }) => strand?.cable.cable.id),
  column('core', 'Core', 'Core', 'integer', 6, ({ strand }) => strand?.core),
  column(
    'tube_colour',
    'Warna tube',
    'Tube colour',
    'text',
    16,
    ({ strand }) => strand && colourWords(corePlace(strand.cable.cable.type.declared, strand.core).tubeColour),
  ),
  column(
    'core_colour',
    'Warna core',
    'Core colour',
    'text',
    16,
    ({ strand }) => strand && colourWords(corePlace(strand.cable.cable.type.declared, strand.core).coreColour),
  ),
  column('route', 'Rute', 'Route', 'code', 24, ({ route }) => route.route.id),
  column('a', 'Ujung a', 'End a', 'text', 30, ({ route: { route } }) => `${route.a.router.id} ${route.a.port}`),
  column('b', 'Ujung b', 'End b', 'text', 30, ({ route: { route } }) => `${route.b.router.id} ${route.b.port}`),
]
