import { batteriesText, type ClassRow } from '../../analysis/graph/class-rows.ts'
import { componentRanges } from '../../analysis/graph/class-name.ts'
import { singlePoints } from '../../analysis/failures/single-points.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { stateWords } from '../../words/states.ts'
import type { Network } from '../../model/network.ts'
import type { CoreCondition } from '../../plan/plant/cable-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import { column, type Column } from '../tables/column.ts'
import { remembered } from '../../source/remembered.ts'
import { byText } from '../../text/order.ts'

/** The components of a row as ranges, which the table and the page both show. */
export const rangesOf = remembered(({ components }: ClassRow): readonly string[] => componentRanges(components))

/** Any one of the components of a row, failing alone. */
export const classColumns: readonly Column<ClassRow>[] = [
  column('components', 'Salah satu dari', 'Any one of', 'text', 80, row => rangesOf(row).join(', ')),
  column('count', 'Komponen', 'Components', 'integer', 10, ({ components }) => components.length),
  column('isolated', 'Terputus', 'Isolated', 'integer', 10, ({ cost }) => cost.sites.isolated.length),
  column(
    'without_internet',
    'Tanpa internet',
    'Without internet',
    'integer',
    10,
    ({ cost }) => cost.sites['without-internet'].length,
  ),
  column('on_backup', 'Lewat cadangan', 'On backup', 'integer', 10, ({ cost }) => cost.sites['on-backup'].length),
  column('lose_ipv6', 'Kehilangan IPv6', 'Lose IPv6', 'integer', 10, ({ losesV6 }) => losesV6),
  column('tenants', 'Perangkat daerah', 'Agencies', 'integer', 10, ({ cost }) => cost.tenants.length),
  column(
    'public_services',
    'Layanan warga',
    'Public services',
    'integer',
    10,
    ({ cost }) => cost.publicServices.length,
  ),
  column(
    'monthly_rupiah',
    'Dibayar, tak terpakai (Rp/bulan)',
    'Paid and not usable (Rp/month)',
    'rupiah',
    16,
    ({ cost }) => cost.monthlyRupiah,
  ),
  column('isolated_sites', 'Situs terputus', 'Isolated sites', 'text', 60, ({ cost }) => cost.sites.isolated.join(' ')),
  column('sites_without_internet', 'Situs tanpa internet', 'Sites without internet', 'text', 60, ({ cost }) =>
    cost.sites['without-internet'].join(' '),
  ),
  column('sites_on_backup', 'Situs lewat cadangan', 'Sites on backup', 'text', 60, ({ cost }) =>
    cost.sites['on-backup'].join(' '),
  ),
  column('exposed', 'Kehilangan perlindungan', 'Lose protection', 'integer', 10, ({ exposed }) => exposed.length),
  column('batteries', 'Mulai setelah (menit)', 'Begins after (minutes)', 'text', 16, ({ batteries }) =>
    batteriesText(batteries),
  ),
  column(
    'exposed_sites',
    'Situs yang kehilangan perlindungan',
    'Sites that lose protection',
    'text',
    60,
    ({ exposed }) => exposed.join(' '),
  ),
]

export interface PointRow {
  readonly site: string
  readonly state: 'isolated' | 'without-internet'
  readonly components: string
  readonly count: number
}

export const pointColumns: readonly Column<PointRow>[] = [
  column('site', 'Situs', 'Site', 'code', 24, ({ site }) => site),
  column('state', 'Keadaan', 'State', 'text', 16, ({ state }) => stateWords[state].id),
  column('count', 'Komponen', 'Components', 'integer', 10, ({ count }) => count),
  column('components', 'Titik gagal tunggal', 'Single points of failure', 'text', 80, ({ components }) => components),
]

/** One row for each site and state: all components any one of which alone brings it there. */
export function pointRows(plan: Plan): PointRow[] {
  return [...singlePoints(plan)].flatMap(([site, points]) =>
    [...Map.groupBy(points, ({ state }) => state)].sort(byText(([key]) => key)).map(([state, own]): PointRow => {
      const components = own.flatMap(({ failed }) => failed.components)
      return { site, state, components: componentRanges(components).join(', '), count: components.length }
    }),
  )
}

export interface SpareRow {
  readonly cable: string
  readonly cores: Readonly<Record<CoreCondition, number>>
  readonly wanted: number
}

export const spareColumns: readonly Column<SpareRow>[] = [
  column('cable', 'Kabel', 'Cable', 'code', 24, ({ cable }) => cable),
  column('cores', 'Core', 'Cores', 'integer', 8, ({ cores }) =>
    Object.values(cores).reduce((sum, count) => sum + count, 0),
  ),
  column('lit', 'Menyala', 'Lit', 'integer', 8, ({ cores }) => cores.lit),
  column('reserved', 'Dicadangkan', 'Reserved', 'integer', 8, ({ cores }) => cores.reserved),
  column('bad', 'Rusak atau mati', 'Faulty or dead', 'integer', 8, ({ cores }) => cores.faulty + cores.dead),
  column('free', 'Bebas', 'Free', 'integer', 8, ({ cores }) => cores.free),
  column('wanted', 'Harus bebas', 'To keep free', 'integer', 8, ({ wanted }) => wanted),
]

export function spareRows(network: Network): SpareRow[] {
  const active = [...planPlant(network).cables.values()].filter(({ cable }) => cable.declared.status === 'active')
  return active.map(({ cable, cores }) => {
    const count: Record<CoreCondition, number> = { free: 0, reserved: 0, lit: 0, faulty: 0, dead: 0 }
    for (const { state } of cores) count[state]++
    return { cable: cable.id, cores: count, wanted: network.declared.policy.spareCores }
  })
}
