import type { ClassRow } from '../../analysis/graph/class-rows.ts'
import type { Network } from '../../model/network.ts'
import { column, pick, type Column, type Table } from '../tables/column.ts'
import { markdownTable } from '../tables/markdown.ts'
import { markdownText } from '../text/escape.ts'
import { notesMarkdown } from '../text/notes.ts'
import { classColumns, pointColumns, rangesOf, spareColumns, type PointRow, type SpareRow } from './rows.ts'

interface Resilience {
  readonly rows: readonly ClassRow[]
  readonly points: readonly PointRow[]
  readonly spares: readonly SpareRow[]
}

const mostRanges = 8
const numbers = [
  'count',
  'isolated',
  'without_internet',
  'on_backup',
  'lose_ipv6',
  'tenants',
  'public_services',
  'monthly_rupiah',
  'exposed',
  'batteries',
]

/** What fails when one thing fails, to read on a page: the worst first. */
export function resilienceMarkdown(network: Network, { rows, points, spares }: Resilience): string {
  const harmful = rows.filter(({ harm }) => harm > 0)
  const components = rows.reduce((sum, row) => sum + row.components.length, 0)
  const unfelt = rows.filter(({ harm }) => harm === 0)
  const harmless = unfelt.reduce((sum, row) => sum + row.components.length, 0)
  const protecting = unfelt.filter(({ exposed }) => exposed.length > 0)
  const few = spares.filter(({ cores, wanted }) => cores.free < wanted)
  return [
    `# Ketahanan ${markdownText(network.declared.name)}\n\n*Resilience: what fails when one thing fails. Every ` +
      `row is a class of components with one and the same effect; the CSV files beside this page name the sites.*\n`,
    notesMarkdown(network),
    summary(
      components,
      rows.length,
      harmless,
      protecting.reduce((sum, row) => sum + row.components.length, 0),
    ),
    section(
      'Gagal satu (N-1)',
      'Failures of one component that a site notices, the worst first. ' +
        'Batteries put off what a power feeder does by the minutes that are shown, from the first site to the last; ' +
        'sites with a generator outlive it. *Lose protection*: sites that stay in service, and that a second failure ' +
        'takes out.',
      { columns: [...pick(classColumns, numbers), shortColumn], rows: harmful },
    ),
    section(
      'Perlindungan hilang',
      'Failures that no site notices, and that leave sites with one failure less to spare: ' +
        'repair them before the next one.',
      { columns: [...pick(classColumns, ['count', 'exposed', 'exposed_sites']), shortColumn], rows: protecting },
    ),
    section(
      'Titik gagal tunggal',
      'Single points of failure of each site: one of these alone is enough to take it out of service.',
      { columns: [...pick(pointColumns, ['site', 'state', 'count']), shortPoints], rows: points },
    ),
    section(
      'Core bebas',
      few.length === 0
        ? 'Spare cores. Every cable keeps as many free as the policy asks.'
        : `Spare cores. ${few.length} cables keep fewer free than the policy asks.`,
      { columns: spareColumns, rows: spares },
    ),
  ]
    .filter(part => part !== '')
    .join('\n')
}

/** In Indonesian its title, in English what it holds. */
function section<Row>(title: string, english: string, table: Table<Row>): string {
  return `## ${title}\n\n*${english}*\n\n${markdownTable(table)}`
}

function summary(components: number, classes: number, harmless: number, protecting: number): string {
  return (
    `${components} komponen dalam ${classes} kelas akibat; ${harmless} di antaranya tidak mengubah layanan situs ` +
    `mana pun bila gagal sendiri, tetapi ${protecting} dari yang itu menghilangkan perlindungan.\n\n*${components} ` +
    `components in ${classes} classes of effect; ${harmless} of them change no site's service when they fail ` +
    `alone, but ${protecting} of these take protection away.*\n`
  )
}

const shortColumn: Column<ClassRow> = column('components', 'Salah satu dari', 'Any one of', 'text', 80, row =>
  shortened(rangesOf(row)),
)
const shortPoints: Column<PointRow> = column(
  'components',
  'Salah satu dari',
  'Any one of',
  'text',
  80,
  ({ components }) => shortened(components.split(', ')),
)

function shortened(ranges: readonly string[]): string {
  return ranges.length <= mostRanges
    ? ranges.join(', ')
    : `${ranges.slice(0, mostRanges).join(', ')} dan ${ranges.length - mostRanges} lagi`
}

export function tooLargeMarkdown(network: Network, most: number): string {
  return [
    `# Ketahanan ${markdownText(network.declared.name)}\n`,
    `Di atas ${most} situs laporan ini dibuat bila diminta: \`serat what-if --all\`, atau \`--format json\`.\n`,
    `*Above ${most} sites this report is made when asked for: \`serat what-if --all\`, or with \`--format json\`.*\n`,
  ].join('\n')
}
