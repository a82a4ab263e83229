import { column, type Column } from '../tables/column.ts'
import { documentWords, roleWords, serviceWords, statusWords } from '../../words/declared.ts'
import type { Contract } from '../../model/network.ts'
import type { AddendumDeclaration, ContractDeclaration } from '../../model/contract-file.ts'
import { feesOf } from '../../money/fee.ts'
import { priceNow } from '../../money/stages.ts'
import type { Line } from './record.ts'

export const lineColumns: readonly Column<Line>[] = [
  column('circuit', 'Sirkuit', 'Circuit', 'code', 26, ({ bought }) => bought.id),
  column('provider_ref', 'Nomor penyedia', "Provider's number", 'text', 20, ({ term }) => term.declared.providerRef),
  column('site', 'Situs', 'Site', 'code', 22, line => line.site),
  column('service', 'Layanan', 'Service', 'text', 26, ({ service }) => serviceWords[service].id),
  column('role', 'Peran', 'Role', 'text', 10, ({ term: { declared } }) =>
    'role' in declared ? roleWords[declared.role].id : 'uplink',
  ),
  column('bandwidth_mbps', 'Mbit/s', 'Mbit/s', 'decimal', 10, line => line.bandwidthMbps),
  column('from', 'Dari', 'From', 'date', 12, ({ period }) => period.from),
  column('to', 'Sampai', 'To', 'date', 12, ({ period }) => period.to),
  column('months', 'Bulan', 'Months', 'decimal', 8, line => line.months),
  column('monthly_rupiah', 'Biaya bulanan', 'Monthly fee', 'rupiah', 16, line => line.monthlyRupiah),
  {
    ...column('fees_rupiah', 'Jumlah tanpa PPN', 'Sum without PPN', 'rupiah', 18, (line: Line) => line.feesRupiah),
    from: ({ monthlyRupiah, period, term }) =>
      feesOf(monthlyRupiah, period).map(({ month, days, ofDays, rupiah }) => ({
        of: `${month} ${days}/${ofDays}`,
        value: rupiah,
        at: term.at('monthlyRupiah'),
      })),
  },
  column('status', 'Status', 'Status', 'text', 12, ({ term }) => statusWords[term.declared.status].id),
]

export const documentColumns: readonly Column<ContractDeclaration['documents'][number]>[] = [
  column('kind', 'Dokumen', 'Document', 'text', 30, ({ kind }) => documentWords[kind].id),
  column('date', 'Tanggal', 'Date', 'date', 12, ({ date }) => date),
  column('path', 'Berkas', 'File', 'code', 30, ({ path }) => path),
  column('sha256', 'SHA-256', 'SHA-256', 'code', 66, ({ sha256 }) => sha256),
]

export const drawingColumns: readonly Column<Contract>[] = [
  column('contract', 'Kontrak', 'Contract', 'code', 20, ({ id }) => id),
  column('number', 'Nomor', 'Number', 'text', 26, ({ declared }) => declared.number),
  column('title', 'Judul', 'Title', 'text', 50, ({ declared }) => declared.title),
  column(
    'incl_ppn_rupiah',
    'Nilai termasuk PPN',
    'Value with PPN',
    'rupiah',
    18,
    contract => priceNow(contract).inclPpnRupiah,
  ),
]

export const addendumColumns: readonly Column<AddendumDeclaration>[] = [
  column('number', 'Adendum', 'Addendum', 'text', 30, ({ number }) => number),
  column('signed', 'Ditandatangani', 'Signed', 'date', 14, ({ signed }) => signed),
  column('from', 'Mulai', 'From', 'date', 12, ({ from }) => from),
  column('to', 'Berakhir', 'To', 'date', 12, ({ to }) => to),
  column('circuits', 'Sirkuit', 'Circuits', 'integer', 9, ({ annex }) => annex?.circuits),
  column('bandwidth_mbps', 'Mbit/s', 'Mbit/s', 'decimal', 10, ({ annex }) => annex?.bandwidthMbps),
  column('excl_ppn_rupiah', 'Tanpa PPN', 'Without PPN', 'rupiah', 18, ({ price }) => price?.exclPpnRupiah),
  column('incl_ppn_rupiah', 'Termasuk PPN', 'With PPN', 'rupiah', 18, ({ price }) => price?.inclPpnRupiah),
]
