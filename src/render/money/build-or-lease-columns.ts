import type { Network } from '../../model/network.ts'
import type { BuildOrLease } from '../../money/build-or-lease.ts'
import { yearOf } from '../../money/fee.ts'
import { inside, type Place } from '../../source/source.ts'
import { column, type Column } from '../tables/column.ts'
import { rounded } from '../text/numbers.ts'

type From = NonNullable<Column<BuildOrLease>['from']>

/** A leased site beside fibre to it; what is estimated names the unit prices of the policy. */
export function buildOrLeaseColumns({ origin }: Pick<Network, 'origin'>): readonly Column<BuildOrLease>[] {
  return [
    column('site', 'Situs', 'Site', 'code', 20, ({ site }) => site.id),
    column('name', 'Nama', 'Name', 'text', 40, ({ site }) => site.declared.name),
    column('circuits', 'Sirkuit', 'Circuits', 'code', 30, ({ circuits }) => circuits.map(({ id }) => id).join(', ')),
    money('lease_yearly_rupiah', 'Sewa setahun', 'Lease a year', ({ yearlyRupiah }) => yearlyRupiah, leaseOf),
    column('joint', 'Titik sambung terdekat', 'Nearest joint', 'code', 22, ({ joint }) => joint?.structure.id),
    column('free_cores', 'Core bebas', 'Free cores', 'integer', 8, ({ joint }) => joint?.freeCores),
    column('line_km', 'Garis lurus (km)', 'Straight line (km)', 'decimal', 10, ({ joint }) =>
      joint === undefined ? undefined : rounded(joint.lineM / 1000, 3),
    ),
    column('route_m', 'Rute (m)', 'Route (m)', 'integer', 10, ({ building }) => building?.routeM),
    column('poles', 'Tiang', 'Poles', 'integer', 8, ({ building }) => building?.poles),
    ...estimated(origin),
    column(
      'pay_back_months',
      'Kembali dalam (bulan)',
      'Paid back in (months)',
      'integer',
      12,
      ({ payBackMonths }) => payBackMonths,
    ),
  ]
}

function estimated(origin: Place): readonly Column<BuildOrLease>[] {
  const priced = (key: string): Place => inside(origin, 'policy', 'fibreCost', key)
  return [
    cost('cable_rupiah', 'Kabel', 'Cable', 'cableRupiah', priced('rupiahPerKm')),
    cost('poles_rupiah', 'Biaya tiang', 'Cost of poles', 'polesRupiah', priced('poleRupiah')),
    cost('optics_rupiah', 'Optik dan terminasi', 'Optics and termination', 'opticsRupiah', priced('opticsRupiah')),
    money(
      'build_rupiah',
      'Membangun',
      'Building',
      ({ building }) => building?.rupiah,
      ({ building }) =>
        building === undefined
          ? []
          : [
              { of: `${building.routeM} m`, value: building.cableRupiah, at: priced('rupiahPerKm') },
              { of: `${building.poles} tiang (poles)`, value: building.polesRupiah, at: priced('poleRupiah') },
              { of: 'optik (optics)', value: building.opticsRupiah, at: priced('opticsRupiah') },
            ],
    ),
    cost(
      'upkeep_yearly_rupiah',
      'Pemeliharaan setahun',
      'Upkeep a year',
      'yearlyUpkeepRupiah',
      priced('upkeepPercent'),
    ),
    money(
      'saved_yearly_rupiah',
      'Hemat setahun',
      'Saved a year',
      ({ savedRupiah }) => savedRupiah,
      row =>
        row.building === undefined
          ? []
          : [
              ...leaseOf(row),
              { of: 'pemeliharaan (upkeep)', value: -row.building.yearlyUpkeepRupiah, at: priced('upkeepPercent') },
            ],
    ),
  ]
}

function leaseOf({ circuits }: BuildOrLease): ReturnType<From> {
  return circuits.map(({ id, declared, at }) => ({
    of: `${id} × 12`,
    value: yearOf(declared.monthlyRupiah),
    at: at('monthlyRupiah'),
  }))
}

function money(
  key: string,
  id: string,
  en: string,
  value: Column<BuildOrLease>['value'],
  from: From,
): Column<BuildOrLease> {
  return { ...column(key, id, en, 'rupiah', 18, value), from }
}

type Figure = 'cableRupiah' | 'polesRupiah' | 'opticsRupiah' | 'yearlyUpkeepRupiah'

/** One figure of the estimate, which one unit price decides. */
function cost(key: string, id: string, en: string, figure: Figure, at: Place): Column<BuildOrLease> {
  return money(
    key,
    id,
    en,
    ({ building }) => building?.[figure],
    ({ building }) => (building === undefined ? [] : [{ of: id, value: building[figure], at }]),
  )
}
