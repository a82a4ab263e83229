import { calibrationsOf, type Calibration } from '../analysis/measure/calibration.ts'
import type { Matched } from '../analysis/measure/compared.ts'
import type { Joint } from '../analysis/measure/joints.ts'
import { lossAt, measured, type Measured } from '../analysis/measure/worse.ts'
import type { Network } from '../model/network.ts'
import { column } from '../render/tables/column.ts'
import { table } from './table.ts'

/** An event of a trace beside the joint that it is; or a joint of which the trace shows nothing. */
interface Row {
  readonly measured: Measured
  readonly matched: Matched | undefined
  readonly joint: Joint | undefined
  readonly beforeDb: number | undefined
}

function rowsOf(network: Network): Row[] {
  return [...measured(network).values()].flatMap((each): Row[] => {
    const { found, before } = each
    if ('kind' in found) return [{ measured: each, matched: undefined, joint: undefined, beforeDb: undefined }]
    const earlier = before === undefined ? undefined : measured(network).get(before.id)?.found
    const beforeDb = (joint: Joint | undefined): number | undefined =>
      joint === undefined || earlier === undefined || 'kind' in earlier ? undefined : lossAt(earlier, joint)
    return [
      ...found.events.map(matched => ({
        measured: each,
        matched,
        joint: matched.joint,
        beforeDb: beforeDb(matched.joint),
      })),
      ...found.unseen.map(joint => ({ measured: each, matched: undefined, joint, beforeDb: beforeDb(joint) })),
    ].toSorted((a, b) => placeOf(a) - placeOf(b))
  })
}

function placeOf({ joint, matched }: Row): number {
  return joint?.glassM ?? matched?.glassM ?? 0
}

function rounded(value: number | undefined, digits: number): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(digits))
}

export const measurements = table<Row>({
  rows: ({ network }) => rowsOf(network),
  idOf: ({ measured: { trace }, joint, matched }) => `${trace.id} ${joint?.at.id ?? matched?.event.atM ?? ''}`,
  columns: [
    column<Row>('trace', 'Jejak', 'Trace', 'code', 26, row => row.measured.trace.id),
    column<Row>('date', 'Tanggal', 'Date', 'date', 10, row => row.measured.trace.declared.date),
    column<Row>('core', 'Core', 'Core', 'code', 16, row => row.measured.trace.declared.core),
    column<Row>('from', 'Dari', 'From', 'code', 16, row => row.measured.trace.declared.from),
    column<Row>('joint', 'Sambungan', 'Joint', 'code', 18, ({ joint }) => joint?.at.id),
    column<Row>('at_m', 'Menurut alat (m)', 'As shown (m)', 'decimal', 10, ({ matched }) => matched?.event.atM),
    column<Row>('glass_m', 'Kaca (m)', 'Glass (m)', 'decimal', 10, ({ matched }) => rounded(matched?.glassM, 1)),
    column<Row>('model_m', 'Model (m)', 'Model (m)', 'decimal', 10, ({ joint }) => rounded(joint?.glassM, 1)),
    column<Row>('loss_db', 'Redaman (dB)', 'Loss (dB)', 'decimal', 9, ({ matched }) => matched?.event.lossDb),
    column<Row>('model_db', 'Model (dB)', 'Model (dB)', 'decimal', 9, ({ joint }) => rounded(joint?.lossDb, 2)),
    column<Row>('before_db', 'Sebelumnya (dB)', 'Before (dB)', 'decimal', 9, ({ beforeDb }) => beforeDb),
  ],
})

interface Calibrated {
  readonly trace: string
  readonly date: string
  readonly calibration: Calibration
}

export const calibration = table<Calibrated>({
  rows: ({ network }) =>
    [...measured(network).values()].flatMap(({ trace, found }): Calibrated[] =>
      'kind' in found || found.isBeforeRepair
        ? []
        : calibrationsOf(found).map(calibration => ({ trace: trace.id, date: trace.declared.date, calibration })),
    ),
  idOf: ({ trace, calibration: { cable } }) => `${trace} ${cable.cable.id}`,
  columns: [
    column('trace', 'Jejak', 'Trace', 'code', 26, ({ trace }) => trace),
    column('date', 'Tanggal', 'Date', 'date', 10, ({ date }) => date),
    column('cable', 'Kabel', 'Cable', 'code', 18, ({ calibration }) => calibration.cable.cable.id),
    column('glass_m', 'Kaca terukur (m)', 'Glass measured (m)', 'decimal', 10, ({ calibration }) =>
      rounded(calibration.measuredGlassM, 1),
    ),
    column('model_m', 'Kaca model (m)', 'Glass of the model (m)', 'decimal', 10, ({ calibration }) =>
      rounded(calibration.modelGlassM, 1),
    ),
    column('difference_m', 'Beda (m)', 'Difference (m)', 'decimal', 9, ({ calibration }) =>
      rounded(calibration.differenceM, 1),
    ),
    column(
      'group_index',
      'Indeks bila kacanya benar',
      'Index if the glass is right',
      'decimal',
      10,
      ({ calibration }) => rounded(calibration.groupIndex, 4),
    ),
    column(
      'helix_percent',
      'Heliks bila selubungnya benar',
      'Helix if the sheath is right',
      'decimal',
      9,
      ({ calibration }) => rounded(calibration.helixPercent, 2),
    ),
    column(
      'sheath_m',
      'Selubung bila heliksnya benar (m)',
      'Sheath if the helix is right (m)',
      'decimal',
      10,
      ({ calibration }) => rounded(calibration.sheathM, 1),
    ),
    column('basis', 'Panjang di model dari', 'Length in the model by', 'code', 9, ({ calibration }) =>
      calibration.isMarked ? 'marks' : 'drawn',
    ),
  ],
})
