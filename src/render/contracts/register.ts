import { documentsOf } from './documents.ts'
import { column, type Column, type Table } from '../tables/column.ts'
import type { Contract, Network } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { drawingOf, type BudgetDrawing, type ContractRecord } from './record.ts'

/** One line a contract; its budget line's total and ceiling stand on each, so that a filter keeps them. */
export const registerColumns: readonly Column<ContractRecord>[] = [
  column('contract', 'Kode', 'Contract', 'code', 16, ({ contract }) => contract.id),
  column('number', 'Nomor', 'Number', 'text', 24, ({ contract }) => contract.declared.number),
  column('title', 'Judul', 'Title', 'text', 48, ({ contract }) => contract.declared.title),
  column('provider', 'Penyedia', 'Provider', 'code', 14, ({ contract }) => contract.provider.id),
  column(
    'provider_name',
    'Nama penyedia',
    "Provider's name",
    'text',
    32,
    ({ contract }) => contract.provider.declared.name,
  ),
  column('npwp', 'NPWP', 'Tax number', 'code', 18, ({ contract }) => contract.provider.declared.npwp),
  column('form', 'Bentuk', 'Form', 'text', 16, ({ contract }) => contract.declared.form),
  column('method', 'Cara pengadaan', 'Method', 'text', 20, ({ contract }) => contract.declared.method),
  column('rup_id', 'RUP', 'RUP', 'code', 11, ({ contract }) => contract.declared.rupId),
  column('ppk', 'PPK', 'PPK', 'text', 20, ({ contract }) => contract.declared.ppk),
  column('signed', 'Ditandatangani', 'Signed', 'date', 14, ({ contract }) => contract.declared.signed),
  column('from', 'Mulai', 'From', 'date', 12, ({ contract }) => contract.period.from),
  column('to', 'Berakhir', 'To', 'date', 12, ({ contract }) => contract.period.to),
  column('months', 'Bulan', 'Months', 'decimal', 8, ({ months }) => months),
  column('excl_ppn_rupiah', 'Tanpa PPN', 'Without PPN', 'rupiah', 18, ({ price }) => price.exclPpnRupiah),
  column('once_rupiah', 'Sekali bayar', 'Once', 'rupiah', 16, ({ contract }) => contract.declared.onceRupiah),
  column('ppn_rule', 'Aturan PPN', 'PPN rule', 'text', 17, ({ tax }) => tax.rule),
  column('dpp_rupiah', 'DPP', 'Tax base', 'rupiah', 18, ({ tax }) => tax.baseRupiah),
  column('ppn_rupiah', 'PPN', 'PPN', 'rupiah', 18, ({ tax }) => tax.ppnRupiah),
  column('incl_ppn_rupiah', 'Termasuk PPN', 'With PPN', 'rupiah', 18, ({ price }) => price.inclPpnRupiah),
  column('addenda', 'Adendum', 'Addenda', 'integer', 9, ({ contract }) => contract.declared.addenda.length),
  column('circuits', 'Sirkuit', 'Circuits', 'integer', 9, ({ most }) => most.circuits),
  column('circuit_ids', 'Daftar sirkuit', 'Circuit list', 'text', 40, ({ lines }) =>
    [...new Set(lines.map(({ bought }) => bought.id))].join(' '),
  ),
  column('bandwidth_mbps', 'Mbit/s', 'Mbit/s', 'decimal', 10, ({ most }) => most.bandwidthMbps),
  column('monthly_rupiah', 'Sebulan tanpa PPN', 'Monthly without PPN', 'rupiah', 18, ({ most }) => most.monthlyRupiah),
  column('sla_percent', 'SLA %', 'SLA %', 'decimal', 8, ({ contract }) => contract.declared.sla?.availabilityPercent),
  column('sla_window', 'Jendela SLA', 'SLA window', 'text', 15, ({ contract }) => contract.declared.sla?.window),
  column('restitution', 'Restitusi', 'Restitution', 'text', 16, ({ contract }) => contract.declared.sla?.restitution),
  column(
    'bast_date',
    'BAST',
    'Handover',
    'date',
    12,
    ({ contract }) => documentsOf(contract.declared).find(({ kind }) => kind === 'bast')?.date,
  ),
  column('successor', 'Penerus', 'Successor', 'code', 16, ({ contract }) => contract.declared.successor),
  column('budget', 'Baris anggaran', 'Budget line', 'code', 18, ({ drawing }) => drawing.budget.id),
  column('budget_year', 'Tahun', 'Year', 'integer', 8, ({ drawing }) => drawing.budget.declared.year),
  column(
    'sub_kegiatan',
    'Sub kegiatan',
    'Sub-activity',
    'code',
    20,
    ({ drawing }) => drawing.budget.declared.subKegiatan,
  ),
  column('account', 'Rekening', 'Account', 'code', 22, ({ drawing }) => drawing.budget.declared.account),
  column(
    'budget_total_rupiah',
    'Jumlah baris termasuk PPN',
    'Line total with PPN',
    'rupiah',
    20,
    ({ drawing }) => drawing.totalRupiah,
  ),
  column('budget_ceiling_rupiah', 'Pagu', 'Ceiling', 'rupiah', 20, ({ drawing }) => drawing.budget.ceilingRupiah),
  column('budget_left_rupiah', 'Sisa pagu', 'Left', 'rupiah', 20, ({ drawing }) => drawing.leftRupiah),
]

/** The register of contracts; a sum names what it is the sum of. */
export function registerTable(rows: readonly ContractRecord[]): Table<ContractRecord> {
  const columns = registerColumns.map(each => {
    const from = operandsOf[each.key]
    return from === undefined ? each : { ...each, from }
  })
  return { columns, rows, at: ({ contract }) => [inside(contract.origin, 'contract')] }
}

type Operands = NonNullable<Column<ContractRecord>['from']>

const operandsOf: Readonly<Record<string, Operands>> = {
  excl_ppn_rupiah: ({ contract, price }) => [
    { of: contract.id, value: price.exclPpnRupiah, at: pricePlace(contract, 'exclPpnRupiah') },
  ],
  once_rupiah: ({ contract }) => [
    { of: contract.id, value: contract.declared.onceRupiah, at: inside(contract.origin, 'onceRupiah') },
  ],
  dpp_rupiah: ({ contract, tax }) => [
    { of: tax.steps[0] ?? 'DPP', value: tax.baseRupiah, at: pricePlace(contract, 'exclPpnRupiah') },
  ],
  ppn_rupiah: ({ contract, tax }) => [
    { of: tax.steps[1] ?? 'PPN', value: tax.ppnRupiah, at: pricePlace(contract, 'exclPpnRupiah') },
  ],
  incl_ppn_rupiah: ({ contract, price }) => [
    { of: contract.id, value: price.inclPpnRupiah, at: pricePlace(contract, 'inclPpnRupiah') },
  ],
  budget_total_rupiah: takenOperands,
  budget_ceiling_rupiah: ({ drawing }) => [ceilingOperand(drawing)],
  budget_left_rupiah: record => [
    ceilingOperand(record.drawing),
    ...takenOperands(record).map(operand => ({ ...operand, value: -operand.value })),
  ],
}

/** Where the price stands that holds: in the last addendum that changes it, else in the contract. */
function pricePlace({ declared: { addenda }, origin }: Contract, key: string): Place {
  const changed = addenda.findLastIndex(({ price }) => price !== undefined)
  return changed < 0 ? inside(origin, 'price', key) : inside(origin, 'addenda', changed, 'price', key)
}

function takenOperands({ drawing }: ContractRecord): ReturnType<Operands> {
  return [
    ...drawing.shares.map(shareOperand),
    ...drawing.rents.map(({ name, rupiah, at }) => ({ of: name, value: rupiah, at })),
  ]
}

function shareOperand({ contract, rupiah }: BudgetDrawing['shares'][number]): ReturnType<Operands>[number] {
  return { of: contract.id, value: rupiah, at: pricePlace(contract, 'inclPpnRupiah') }
}

function ceilingOperand({ budget }: BudgetDrawing): ReturnType<Operands>[number] {
  return { of: budget.id, value: budget.ceilingRupiah, at: budget.ceilingAt }
}

const budgetColumns: readonly Column<BudgetDrawing>[] = [
  column('budget', 'Baris', 'Budget line', 'code', 20, ({ budget }) => budget.id),
  column('name', 'Nama', 'Name', 'text', 44, ({ budget }) => budget.declared.name),
  column('year', 'Tahun', 'Year', 'integer', 8, ({ budget }) => budget.declared.year),
  column('sub_kegiatan', 'Sub kegiatan', 'Sub-activity', 'code', 20, ({ budget }) => budget.declared.subKegiatan),
  column('account', 'Rekening', 'Account', 'code', 22, ({ budget }) => budget.declared.account),
  column('contracts', 'Kontrak', 'Contracts', 'integer', 10, ({ contracts }) => contracts.length),
  column('total_rupiah', 'Jumlah termasuk PPN', 'Total with PPN', 'rupiah', 20, ({ totalRupiah }) => totalRupiah),
  column('ceiling_rupiah', 'Pagu', 'Ceiling', 'rupiah', 20, ({ budget }) => budget.ceilingRupiah),
  column('left_rupiah', 'Sisa pagu', 'Left', 'rupiah', 20, ({ leftRupiah }) => leftRupiah),
  column('note', 'Catatan', 'Note', 'text', 50, ({ budget }) => budget.declared.note),
]

/** Every budget line, those that nothing draws on too. */
export function budgetTable(network: Network): Table<BudgetDrawing> {
  return {
    columns: budgetColumns,
    rows: [...network.budgets.values()].map(budget => drawingOf(network, budget)),
    at: ({ budget, contracts }) => [
      inside(budget.origin, 'budget'),
      ...contracts.map(contract => pricePlace(contract, 'inclPpnRupiah')),
    ],
  }
}
