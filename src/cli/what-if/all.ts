import { componentRanges } from '../../analysis/graph/class-name.ts'
import { batteriesText, type ClassRow } from '../../analysis/graph/class-rows.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { column, type Column } from '../../render/tables/column.ts'
import { tableText } from '../tables/print.ts'
import { filled } from './filled.ts'
import { costJson } from './outcome-json.ts'
import { shortened } from './shortened.ts'

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
  column('exposed', 'Kehilangan perlindungan', 'Lose protection', 'integer', 6, ({ exposed }) => exposed.length),
  column('batteries', 'Mulai (menit)', 'Begins (min)', 'text', 12, ({ batteries }) => batteriesText(batteries)),
  column('tenants', 'Perangkat daerah', 'Agencies', 'integer', 6, ({ cost }) => cost.tenants.length),
  column('public_services', 'Layanan warga', 'Public services', 'integer', 6, ({ cost }) => cost.publicServices.length),
  column('monthly_rupiah', 'Rp/bulan', 'Rp/month', 'rupiah', 12, ({ cost }) => cost.monthlyRupiah),
  column('failed', 'Salah satu dari', 'Any one of', 'text', 60, ({ components }) =>
    shortened(componentRanges(components)),
  ),
]

/** Failures that somebody notices, or that leave somebody without protection, for people. */
export function allText(rows: readonly ClassRow[], language: Language): string {
  const [felt, protecting, harmless] = [
    rows.filter(({ harm }) => harm > 0),
    rows.filter(({ harm, exposed }) => harm === 0 && exposed.length > 0),
    rows.filter(({ harm, exposed }) => harm === 0 && exposed.length === 0),
  ]
  const [lost, none] = [protecting, harmless].map(list =>
    list.reduce((sum, { components }) => sum + components.length, 0),
  )
  const table = filled(columns, [...felt, ...protecting])
  const words = {
    id:
      `\n${lost} komponen tidak mengubah layanan bila gagal sendiri, tetapi menghilangkan perlindungan; ` +
      `${none} lainnya tidak mengubah apa pun.\n`,
    en: `\n${lost} components change no service when they fail alone, but take protection away; ${none} others change nothing.\n`,
  }
  return tableText(table, table.rows, language) + words[language]
}

export function allJson(rows: readonly ClassRow[]): object {
  return rows.map(({ components, cost, losesV6, exposed, batteries }) => ({
    components: components.map(({ name }) => name),
    ...costJson(cost),
    lose_ipv6: losesV6,
    lose_protection: exposed,
    batteries: batteries.map(({ feeder, fromMinute, toMinute }) => ({
      feeder,
      from_minute: fromMinute,
      to_minute: toMinute,
    })),
  }))
}
