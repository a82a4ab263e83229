import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import { accrualsOn } from '../../money/accrual.ts'
import { moneyBy } from '../../money/by-axis.ts'
import { deductionsOf, restitutions } from '../../money/claims.ts'
import type { Block } from '../document/block.ts'
import { spbeFigures } from '../registers/spbe.ts'
import { dateText } from '../text/dates.ts'
import { notesOf } from '../text/notes.ts'
import { decimalText, grouped, rupiahText } from '../text/numbers.ts'
import type { AuditFacts } from './facts.ts'

export interface Audited {
  readonly network: Network
  /** The day of all its registers. */
  readonly asOf: string
  readonly diagnostics: readonly Diagnostic[]
  readonly waived: readonly Diagnostic[]
  readonly facts: AuditFacts
}

/** What an auditor reads first: what is here, in which state, the sums, and how to prove that nothing was touched. */
export function auditCover(audited: Audited): Block[] {
  const { network, asOf, facts } = audited
  return [
    { kind: 'heading', level: 1, text: `Berkas audit ${network.declared.name}, tahun anggaran ${facts.year}` },
    { kind: 'fields', rows: stateRows(audited) },
    ...notesOf(network).map(({ id }): Block => ({ kind: 'paragraph', text: `Catatan: ${id}` })),
    { kind: 'heading', level: 2, text: 'Angka' },
    { kind: 'fields', rows: sumRows(network, asOf, facts.year) },
    { kind: 'heading', level: 2, text: 'Layanan Jaringan Intra (SPBE)' },
    { kind: 'fields', rows: spbeRows(network, asOf) },
    { kind: 'heading', level: 2, text: 'Isi' },
    { kind: 'list', items: contents },
    { kind: 'heading', level: 2, text: 'Pembuktian' },
    {
      kind: 'list',
      items: [
        'serat audit verify FOLDER menghitung ulang SHA-256 setiap berkas dan membandingkannya dengan ' +
          'manifest.json; inventaris tidak diperlukan.',
        'manifest.json hanya membuktikan dirinya sendiri: bandingkan SHA-256-nya dengan yang dicatat di luar ' +
          'folder ini (berita acara, atau tag Git yang ditandatangani) dengan --digest atau --tag.',
        'Setiap angka dapat dilacak: berkas JSON di samping tabel menyebut berkas dan baris inventory/ yang menjadi asalnya.',
      ],
    },
  ]
}

const contents = [
  'contracts/: catatan dan register kontrak',
  'money/: uang menurut kontrak, sirkuit, situs, perangkat daerah, kecamatan, penyedia, pos anggaran, ' +
    'bulan dan tahun, dengan asal setiap jumlah',
  'registers/: pembayaran, yang belum dibayar, ketersediaan, adendum, dokumen, aset (KIB), angka SPBE; registers.html untuk dicetak',
  'claims/: surat klaim restitusi dan perhitungannya',
  'findings.csv, waivers.csv: temuan, dan yang diterima dengan alasan, jabatan dan batas waktunya',
  'approvals.json: komit dan tag inventaris sebagaimana dicatat Git',
  'inventory/: berkas inventaris yang menjadi sumber semuanya; documents/: bukti yang disimpan di dalamnya',
]

function stateRows({ network, asOf, diagnostics, waived, facts }: Audited): [string, string][] {
  const { history, version, inventoryHash } = facts
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const state =
    history === undefined
      ? 'tidak berada di repositori Git: tidak ada yang dapat menunjukkan siapa menyetujuinya'
      : history.uncommitted.length === 0
        ? 'sama dengan komit'
        : `${grouped(history.uncommitted.length)} berkas berbeda dari komit dan belum disetujui siapa pun`
  return [
    ['Keadaan', dateText(asOf)],
    ['Jaringan', network.declared.network],
    ['Komit', history?.commit ?? '-'],
    ['Inventaris', `${state}; SHA-256 ${inventoryHash}`],
    ['Program', `serat ${version}`],
    [
      'Temuan',
      `${grouped(errors)} galat, ${grouped(diagnostics.length - errors)} peringatan, ${grouped(waived.length)} diterima`,
    ],
  ]
}

function sumRows(network: Network, asOf: string, year: number): [string, string][] {
  const row = moneyBy(network, 'year', asOf).find(({ key }) => key === String(year))
  const withPpn = (sums: { exclPpnRupiah: number; ppnRupiah: number } | undefined): string =>
    rupiahText((sums?.exclPpnRupiah ?? 0) + (sums?.ppnRupiah ?? 0))
  const unpaid = accrualsOn(network, asOf)
  const owed = restitutions(network).filter(({ month }) => month.startsWith(`${year}-`))
  const sum = (values: readonly { readonly rupiah: number }[]): string =>
    rupiahText(values.reduce((total, { rupiah }) => total + rupiah, 0))
  return [
    ['Terikat', `${withPpn(row?.committed)} termasuk PPN, menurut bulan layanan`],
    ['Dilayani', `${withPpn(row?.due)} sampai tanggal ini`],
    ['Dibayar', `${withPpn(row?.paid)} untuk bulan layanan tahun ini`],
    [
      'Utang',
      `${sum(unpaid.filter(({ isRecorded }) => isRecorded))} dilayani dan belum dibayar pada tanggal ini, ` +
        'dari kontrak yang pembayarannya dicatat',
    ],
    [
      'Restitusi',
      `${sum(owed)} menjadi hak, ${sum(owed.filter(({ claims }) => claims.length > 0))} diklaim, ${sum(
        deductionsOf(
          network,
          owed.flatMap(({ claims }) => claims),
        ),
      )} dipotong dari tagihan`,
    ],
  ]
}

function spbeRows(network: Network, asOf: string): [string, string][] {
  const { agencies, connected, connectedPercent, interconnections, lastReview } = spbeFigures(network, asOf)
  return [
    [
      'Terhubung',
      `${grouped(connected)} dari ${grouped(agencies)} perangkat daerah (${decimalText(connectedPercent)} %)`,
    ],
    [
      'Interkoneksi',
      interconnections.length === 0
        ? 'tidak dicatat'
        : interconnections.map(({ name, since }) => `${name} sejak ${dateText(since)}`).join('; '),
    ],
    [
      'Reviu',
      lastReview === undefined
        ? 'tidak dicatat'
        : `${dateText(lastReview.date)} oleh ${lastReview.by}; ` +
          `${grouped(lastReview.done)} dari ${grouped(lastReview.actions)} tindak lanjut selesai`,
    ],
  ]
}
