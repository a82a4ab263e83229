import { componentRanges } from '../../analysis/graph/class-name.ts'
import type { ClassRow } from '../../analysis/graph/class-rows.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { column, type Column } from '../../render/tables/column.ts'
import { tableText } from '../tables/print.ts'
import { filled } from './filled.ts'
import { costJson } from './outcome-json.ts'

const columns: readonly Column<ClassRow>[] = [
  column('count', 'Komponen', 'Components', 'integer', 6, ({ components }) => components.length),
  column('isolated', 'Terputus', 'Isolated', 'integer', 6, ({ cost }) => cost.sites.isolated.length),
  column(
    'without_internet',
    'Tanpa internet',
    'No internet',
    'integer',
    6,
    ({ cost }) => cost.sites['without-internet'].length,
  ),
  column('on_backup', 'Cadangan', 'On backup', 'integer', 6, ({ cost }) => cost.sites['on-backup'].length),
  column('tenants', 'Perangkat daerah', 'Agencies', 'integer', 6, ({ cost }) => cost.tenants.length),
  column('public_services', 'Layanan warga', 'Public services', 'integer', 6, ({ cost }) => cost.publicServices.length),
  column('monthly_rupiah', 'Rp/bulan', 'Rp/month', 'rupiah', 12, ({ cost }) => cost.monthlyRupiah),
  column('failed', 'Salah satu dari', 'Any one of', 'text', 60, ({ components }) =>
    shortened(componentRanges(components)),
  ),
]

const mostRanges = 6

function shortened(ranges: readonly string[]): string {
  return ranges.length <= mostRanges
    ? ranges.join(', ')
    : `${ranges.slice(0, mostRanges).join(', ')}, +${ranges.length - mostRanges}`
}

/** Failures that somebody notices, for people. */
export function allText(rows: readonly ClassRow[], language: Language): string {
  const worst = rows.filter(({ harm }) => harm > 0)
  const harmless = rows.filter(({ harm }) => harm === 0).reduce((sum, { components }) => sum + components.length, 0)
  const table = filled(columns, worst)
  const words = {
    id: `\n${harmless} komponen lain tidak mengubah layanan bila gagal sendiri.\n`,
    en: `\n${harmless} other components change no service when they fail alone.\n`,
  }
  return tableText(table, table.rows, language) + words[language]
}

export function allJson(rows: readonly ClassRow[]): object {
  return rows.map(({ components, cost, losesV6 }) => ({
    components: components.map(({ name }) => name),
    ...costJson(cost),
    lose_ipv6: losesV6,
  }))
}
