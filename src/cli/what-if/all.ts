import { analysisOf } from '../../analysis/analysis.ts'
import { componentRanges } from '../../analysis/class-name.ts'
import { costOf, type Cost } from '../../analysis/cost.ts'
import { nMinusOne } from '../../analysis/n-minus.ts'
import type { Component } from '../../analysis/component.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Plan } from '../../plan/plan.ts'
import { column, type Column } from '../../render/tables/column.ts'
import { tableText } from '../tables/print.ts'
import { filled } from './filled.ts'
import { costJson } from './outcome-json.ts'

export interface ClassRow {
  readonly components: readonly Component[]
  readonly cost: Cost
  readonly losesV6: number
}

/** Every failure of one component, the worst first; those that change nothing last. */
export function classRows(plan: Plan): ClassRow[] {
  const { elements } = analysisOf(plan)
  const rows = nMinusOne(plan).map(({ failed, changes }): ClassRow => ({
    components: failed.flatMap(({ components }) => components), cost: costOf(elements, changes, failed.map(one => one.elements)),
    losesV6: changes.filter(({ before, after }) => before.internetV6 && !after.internetV6).length,
  }))
  return rows.sort((a, b) => weight(b) - weight(a) || b.components.length - a.components.length || (nameOf(a) < nameOf(b) ? -1 : 1))
}

function weight({ cost: { sites }, losesV6 }: ClassRow): number {
  return sites.isolated.length * 1e9 + sites['without-internet'].length * 1e6 + sites['on-backup'].length * 1e3 + losesV6
}

function nameOf({ components }: ClassRow): string {
  return components[0]?.name ?? ''
}

const columns: readonly Column<ClassRow>[] = [
  column('count', 'Komponen', 'Components', 'integer', 6, ({ components }) => components.length),
  column('isolated', 'Terputus', 'Isolated', 'integer', 6, ({ cost }) => cost.sites.isolated.length),
  column('without_internet', 'Tanpa internet', 'No internet', 'integer', 6, ({ cost }) => cost.sites['without-internet'].length),
  column('on_backup', 'Cadangan', 'On backup', 'integer', 6, ({ cost }) => cost.sites['on-backup'].length),
  column('tenants', 'Perangkat daerah', 'Agencies', 'integer', 6, ({ cost }) => cost.tenants.length),
  column('public_services', 'Layanan warga', 'Public services', 'integer', 6, ({ cost }) => cost.publicServices.length),
  column('monthly_rupiah', 'Rp/bulan', 'Rp/month', 'rupiah', 12, ({ cost }) => cost.monthlyRupiah),
  column('failed', 'Salah satu dari', 'Any one of', 'text', 60, ({ components }) => shortened(componentRanges(components))),
]

const mostRanges = 6

function shortened(ranges: readonly string[]): string {
  return ranges.length <= mostRanges ? ranges.join(', ') : `${ranges.slice(0, mostRanges).join(', ')}, +${ranges.length - mostRanges}`
}

export function allText(rows: readonly ClassRow[], language: Language): string {
  const harm = rows.filter(row => weight(row) > 0)
  const harmless = rows.filter(row => weight(row) === 0).reduce((sum, { components }) => sum + components.length, 0)
  const table = filled(columns, harm)
  const words = { id: `\n${harmless} komponen lain tidak mengubah layanan bila gagal sendiri.\n`, en: `\n${harmless} other components change no service when they fail alone.\n` }
  return tableText(table, table.rows, language) + words[language]
}

export function allJson(rows: readonly ClassRow[]): object {
  return rows.map(({ components, cost, losesV6 }) => ({ components: components.map(({ name }) => name), ...costJson(cost), lose_ipv6: losesV6 }))
}
