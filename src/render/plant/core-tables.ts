import { corePlace, type CorePlace } from '../../model/colours.ts'
import type { Network } from '../../model/network.ts'
import type { CablePlan, CorePlan } from '../../plan/plant/cable-plan.ts'
import type { PlantPlan } from '../../plan/plant/plant-plan.ts'
import { column, type Column, type Table } from '../tables/column.ts'
import { statusWords } from '../../words/declared.ts'
import { markdownTable } from '../tables/markdown.ts'
import { markdownText } from '../text/escape.ts'
import { notesMarkdown } from '../text/notes.ts'
import { rounded } from '../text/numbers.ts'
import { coreWords } from '../../words/states.ts'
import { colourWords } from './words.ts'

interface CoreRow {
  readonly plan: CablePlan
  readonly core: CorePlan
  readonly place: CorePlace
}

const coreColumns: readonly Column<CoreRow>[] = [
  column('cable', 'Kabel', 'Cable', 'code', 16, ({ plan }) => plan.cable.id),
  column('core', 'Core', 'Core', 'integer', 6, ({ core }) => core.core),
  column('tube', 'Tube', 'Tube', 'integer', 6, ({ place }) => place.tube),
  column('tube_colour', 'Warna tube', 'Tube colour', 'text', 16, ({ place }) => colourWords(place.tubeColour)),
  column('position', 'Nomor dalam tube', 'Number in tube', 'integer', 6, ({ place }) => place.position),
  column('core_colour', 'Warna core', 'Core colour', 'text', 16, ({ place }) => colourWords(place.coreColour)),
  column('state', 'Keadaan', 'State', 'text', 12, ({ core }) => coreWords[core.state].id),
  column('routes', 'Rute', 'Routes', 'text', 30, ({ core }) => core.routes.join(' ')),
  column('note', 'Catatan', 'Note', 'text', 40, ({ core }) => core.note),
]

/** Every core of every cable, where it lies and who has it. */
export function coresTable({ cables }: PlantPlan): Table<CoreRow> {
  return {
    columns: coreColumns,
    rows: [...cables.values()].flatMap(plan =>
      plan.cores.map((core): CoreRow => ({ plan, core, place: corePlace(plan.cable.type.declared, core.core) })),
    ),
  }
}

const cableColumns: readonly Column<CablePlan>[] = [
  column('cable', 'Kabel', 'Cable', 'code', 16, ({ cable }) => cable.id),
  column('type', 'Jenis', 'Type', 'code', 12, ({ cable }) => cable.type.id),
  column('status', 'Status', 'Status', 'text', 10, ({ cable }) => statusWords[cable.declared.status].id),
  column('from', 'Dari', 'From', 'code', 20, ({ stations }) => stations[0]?.structure.id),
  column('to', 'Ke', 'To', 'code', 20, ({ stations }) => stations.at(-1)?.structure.id),
  column('drawn_m', 'Di darat m', 'On the ground m', 'decimal', 10, ({ drawnM }) => rounded(drawnM, 1)),
  column('sheath_m', 'Selubung m', 'Sheath m', 'decimal', 10, ({ sheathM }) => rounded(sheathM, 1)),
  column('basis', 'Menurut', 'By', 'text', 10, ({ basis }) => (basis === 'marks' ? 'tanda meter' : 'gambar')),
  column('glass_m', 'Serat m', 'Glass m', 'decimal', 10, ({ glassM }) => rounded(glassM, 1)),
  column('coils', 'Gulungan', 'Coils', 'integer', 8, ({ coils }) => coils.length),
  column('coils_m', 'Gulungan m', 'Coils m', 'decimal', 10, ({ coils }) =>
    rounded(
      coils.reduce((sum, { lengthM }) => sum + lengthM, 0),
      1,
    ),
  ),
  column('cores', 'Core', 'Cores', 'integer', 6, ({ cores }) => cores.length),
  column('lit', 'Menyala', 'Lit', 'integer', 6, countOf('lit')),
  column('reserved', 'Dicadangkan', 'Reserved', 'integer', 6, countOf('reserved')),
  column('faulty', 'Rusak', 'Faulty', 'integer', 6, countOf('faulty')),
  column('dead', 'Mati', 'Dead', 'integer', 6, countOf('dead')),
  column('free', 'Bebas', 'Free', 'integer', 6, ({ freeCores }) => freeCores),
]

function countOf(state: CorePlan['state']): (plan: CablePlan) => number {
  return ({ cores }) => cores.filter(core => core.state === state).length
}

export function cablesTable({ cables }: PlantPlan): Table<CablePlan> {
  return { columns: cableColumns, rows: [...cables.values()] }
}

export function cablesMarkdown(network: Network, { cables }: PlantPlan): string {
  return [
    `# Kabel serat ${markdownText(network.declared.name)}\n\n*Cables: lengths, coils and cores. ` +
      `Each core with its colours stands in \`cores.csv\`.*\n`,
    notesMarkdown(network),
    markdownTable({ columns: cableColumns, rows: [...cables.values()] }),
  ]
    .filter(part => part !== '')
    .join('\n')
}
