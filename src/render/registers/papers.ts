import type { Contract, Network } from '../../model/network.ts'
import { namedDocuments, type NamedDocument } from '../../model/named-documents.ts'
import { inside } from '../../source/source.ts'
import { byText } from '../../text/order.ts'
import { column, type Column, type Table } from '../tables/column.ts'

interface AddendumRow {
  readonly contract: Contract
  readonly index: number
  readonly addendum: Contract['declared']['addenda'][number]
}

const addendumColumns: readonly Column<AddendumRow>[] = [
  column('contract', 'Kontrak', 'Contract', 'code', 16, ({ contract }) => contract.id),
  column('number', 'Nomor', 'Number', 'text', 26, ({ addendum }) => addendum.number),
  column('signed', 'Ditandatangani', 'Signed', 'date', 14, ({ addendum }) => addendum.signed),
  column('from', 'Berlaku mulai', 'In force from', 'date', 14, ({ addendum }) => addendum.from),
  column('to', 'Kontrak sampai', 'Contract to', 'date', 14, ({ addendum }) => addendum.to),
  column(
    'excl_ppn_rupiah',
    'Harga tanpa PPN',
    'Price without PPN',
    'rupiah',
    20,
    ({ addendum }) => addendum.price?.exclPpnRupiah,
  ),
  column(
    'incl_ppn_rupiah',
    'Harga termasuk PPN',
    'Price with PPN',
    'rupiah',
    20,
    ({ addendum }) => addendum.price?.inclPpnRupiah,
  ),
  column('circuits', 'Sirkuit', 'Circuits', 'integer', 9, ({ addendum }) => addendum.annex?.circuits),
  column('bandwidth_mbps', 'Mbit/s', 'Mbit/s', 'decimal', 10, ({ addendum }) => addendum.annex?.bandwidthMbps),
  column('note', 'Catatan', 'Note', 'text', 50, ({ addendum }) => addendum.note),
]

/** What was agreed after contracts were signed. */
export function addendumTable({ contracts }: Network): Table<AddendumRow> {
  const rows = [...contracts.values()].flatMap(contract =>
    contract.declared.addenda.map((addendum, index) => ({ contract, index, addendum })),
  )
  return { columns: addendumColumns, rows, at: ({ contract, index }) => [inside(contract.origin, 'addenda', index)] }
}

/** Papers by whom they are evidence for, and whether the file is what was recorded. */
export function documentTable(network: Network): Table<NamedDocument> {
  const columns: readonly Column<NamedDocument>[] = [
    column('owner', 'Milik', 'Of', 'code', 28, ({ owner }) => `${owner.kind}:${owner.id}`),
    column('kind', 'Jenis', 'Kind', 'text', 12, ({ document }) => document.kind),
    column('date', 'Tanggal', 'Date', 'date', 12, ({ document }) => document.date),
    column('path', 'Berkas', 'File', 'text', 44, ({ document }) => document.path),
    column('sha256', 'SHA-256 tercatat', 'SHA-256 recorded', 'code', 66, ({ document }) => document.sha256),
    column('state', 'Keadaan', 'State', 'text', 24, ({ document }) => stateOf(document, network.documents)),
  ]
  // The order of papers in a file means nothing.
  const rows = namedDocuments(network).toSorted(
    byText(({ owner, document: { date = '', kind, path = '', sha256 = '' } }) =>
      [owner.kind, owner.id, date, kind, path, sha256].join(' '),
    ),
  )
  return { columns, rows, at: ({ at }) => [at] }
}

function stateOf({ path, sha256 }: NamedDocument['document'], found: Network['documents']): string {
  if (path === undefined) return sha256 === undefined ? 'tanpa berkas dan hash' : 'hanya hash, berkas di arsip'
  const there = found?.get(path.replace(/^documents\//, ''))
  if (there === undefined) return 'berkas tidak ada'
  if (sha256 === undefined) return 'ada, hash tidak dicatat'
  return there === sha256 ? 'cocok' : 'berubah'
}
