import type { Contract, Network } from '../../model/network.ts'
import { documentsOf } from './documents.ts'
import { formWords, methodWords, exclusionWords, windowWords } from '../../words/declared.ts'
import { delayFineOf } from '../../money/delay-fine.ts'
import { priceNow } from '../../money/stages.ts'
import { markdownTable } from '../tables/markdown.ts'
import { dateText, periodText } from '../text/dates.ts'
import { markdownText } from '../text/escape.ts'
import { notesMarkdown } from '../text/notes.ts'
import { decimalText, rupiahText } from '../text/numbers.ts'
import { addendumColumns, documentColumns, drawingColumns, lineColumns } from './columns.ts'
import type { ContractRecord } from './record.ts'
import { restitutionExample, restitutionOf } from './restitution.ts'

/**
 * A contract as an auditor reads it: in Indonesian, with the headings in English too. It holds no person and no date
 * but the contract's own.
 */
export function contractMarkdown(network: Network, record: ContractRecord): string {
  const { contract } = record
  return [
    `# Kontrak ${markdownText(contract.declared.number)}\n\n**${markdownText(contract.declared.title)}**\n`,
    notesMarkdown(network),
    section('Pokok', 'Essentials', essentials(network, record)),
    section('Para pihak', 'Parties', parties(network, record)),
    section('Nilai dan pajak', 'Price and tax', price(record)),
    contract.declared.addenda.length === 0 ? '' : section('Adendum', 'Addenda', addenda(record)),
    section('Sirkuit', 'Circuits', circuits(record)),
    section('Tingkat layanan dan restitusi', 'Service level and restitution', serviceLevel(record)),
    section('Anggaran', 'Budget line', budget(record)),
    section('Serah terima (BAST)', 'Handover', handover(record)),
    section('Dokumen', 'Documents', documents(record)),
    `---\n\nDisusun dari \`${contract.origin.source.path}\` oleh Serat; diubah di sana, bukan di sini. ` +
      `*Made from that file; change it there.*\n`,
  ]
    .filter(part => part !== '')
    .join('\n')
}

function section(id: string, en: string, body: string): string {
  return `## ${id}\n\n*${en}*\n\n${body}`
}

function facts(lines: readonly (readonly [string, string | undefined])[]): string {
  return (
    lines
      .flatMap(([name, value]) => (value === undefined ? [] : [`- **${name}:** ${markdownText(value)}`]))
      .join('\n') + '\n'
  )
}

function essentials(network: Network, { contract, months }: ContractRecord): string {
  const { declared, id } = contract
  const successor = declared.successor === undefined ? undefined : network.contracts.get(declared.successor)
  return facts([
    ['Kode', id],
    ['Nomor', declared.number],
    ['Bentuk', formWords[declared.form].id],
    ['Cara pengadaan', methodWords[declared.method].id],
    ['Kode RUP (SiRUP)', declared.rupId],
    ['Ditandatangani', declared.signed === undefined ? undefined : dateText(declared.signed)],
    ['Masa berlaku', `${periodText(contract.period)}, kedua hari termasuk (${decimalText(months)} bulan)`],
    ['Batas serah terima', declared.delivery === undefined ? undefined : dateText(declared.delivery.due)],
    ['Denda keterlambatan', delayFineText(contract)],
    ['Persetujuan tahun jamak', declared.multiYearApproval],
    [
      'Diteruskan oleh',
      successor === undefined ? declared.successor : `${successor.declared.number} (${successor.id})`,
    ],
    ['Catatan', declared.note],
  ])
}

function delayFineText(contract: Contract): string | undefined {
  const fine = delayFineOf(contract)
  if (fine === undefined) return undefined
  if (fine.days === 0) return 'tidak ada: diserahterimakan pada waktunya (*none: handed over in time*)'
  return `${fine.days} hari × 1/1000 × ${rupiahText(fine.basisRupiah)} = ${rupiahText(fine.rupiah)}`
}

function parties(network: Network, { contract: { declared, provider } }: ContractRecord): string {
  const { name, npwp, noc, escalation } = provider.declared
  const levels = escalation
    .map(({ level, role, afterMinutes }) => `${level}. ${role} setelah ${afterMinutes} menit`)
    .join('; ')
  return facts([
    ['Pihak pertama', `Pemerintah ${network.declared.name}, diwakili ${declared.ppk}`],
    ['Pihak kedua', `${name} (${provider.id})`],
    ['NPWP pihak kedua', npwp],
    ['NOC penyedia', [noc.role, noc.mail, noc.hours].filter(each => each !== undefined).join(', ')],
    ['Eskalasi', levels === '' ? undefined : levels],
  ])
}

function price({ contract: { declared }, price: stated, tax, feesRupiah, value, lines }: ContractRecord): string {
  const { exclPpnRupiah, inclPpnRupiah } = stated
  const residual = value.ppnAtOnceRupiah - value.ppnRupiah
  const difference = inclPpnRupiah - tax.inclPpnRupiah
  const rest = exclPpnRupiah - feesRupiah
  return [
    facts([
      ['Harga tanpa PPN', rupiahText(exclPpnRupiah)],
      ['Di antaranya sekali bayar', declared.onceRupiah === 0 ? undefined : rupiahText(declared.onceRupiah)],
      ['Harga termasuk PPN menurut kontrak', rupiahText(inclPpnRupiah)],
      ['Dasar pajak', tax.basis],
    ]),
    'Perhitungan (*arithmetic*; setiap langkah dibulatkan ke rupiah ' +
      `terdekat):\n\n${tax.steps.map((step, i) => `${i + 1}. ${step}`).join('\n')}\n`,
    lines.length === 0 || residual === 0
      ? ''
      : `PPN dihitung per tagihan: seluruhnya ${rupiahText(value.ppnRupiah)}; ` +
        `sisa pembulatan terhadap PPN sekali hitung ${rupiahText(residual)}. *By invoice; the rest is rounding.*\n`,
    difference === 0
      ? 'Hasilnya sama dengan harga termasuk PPN dalam kontrak.\n'
      : `**Selisih terhadap kontrak: ${rupiahText(difference)}.** *The contract states another sum.*\n`,
    lines.length === 0
      ? ''
      : `Biaya sirkuit sepanjang masanya${declared.onceRupiah === 0 ? '' : ' dan biaya sekali bayar'}: ` +
        `${rupiahText(feesRupiah)} tanpa PPN; ` +
        (rest === 0 ? 'sama dengan harga kontrak.\n' : `selisih terhadap harga kontrak ${rupiahText(rest)}.\n`),
  ]
    .filter(part => part !== '')
    .join('\n')
}

function addenda({ contract: { declared } }: ContractRecord): string {
  const { exclPpnRupiah, inclPpnRupiah } = declared.price
  return (
    `Saat ditandatangani (*as signed*): ${rupiahText(exclPpnRupiah)} tanpa PPN, ${rupiahText(inclPpnRupiah)} ` +
    `termasuk PPN.\n\n${markdownTable({ columns: addendumColumns, rows: declared.addenda })}`
  )
}

function circuits({
  contract: {
    declared: { annex },
  },
  lines,
  most,
}: ContractRecord): string {
  if (lines.length === 0) return 'Tidak ada sirkuit yang menyebut kontrak ini. *No circuit names this contract.*\n'
  const changing = lines.length > most.circuits
  const total =
    `Jumlah${changing ? ' paling banyak sekaligus' : ''}: ${most.circuits} sirkuit, ` +
    `${decimalText(most.bandwidthMbps)} Mbit/s, ${rupiahText(most.monthlyRupiah)} sebulan tanpa PPN.`
  const stated =
    annex === undefined
      ? ''
      : ` Menurut lampiran harga: ${annex.circuits} sirkuit, ${decimalText(annex.bandwidthMbps)} Mbit/s.`
  return `${markdownTable({ columns: lineColumns, rows: lines })}\n${total}${stated}\n`
}

function serviceLevel({
  contract: {
    declared: { sla },
  },
  lines,
}: ContractRecord): string {
  if (sla === undefined) return 'Kontrak tidak menyebut tingkat layanan. *The contract names no service level.*\n'
  const common = facts([
    ['Ketersediaan', `paling sedikit ${decimalText(sla.availabilityPercent, 3)} % ${windowWords[sla.window].id}`],
    ['Gangguan dihitung', `bila lebih dari ${sla.minEventSeconds} detik`],
    [
      'Tidak dihitung',
      sla.exclude.length === 0 ? 'tidak ada pengecualian' : sla.exclude.map(each => exclusionWords[each].id).join(', '),
    ],
  ])
  if (sla.restitution === undefined)
    return `${common}\nKontrak tidak menyebut rumus restitusi. *No restitution formula.*\n`
  const { formula, words, where } = restitutionOf(sla.restitution, sla.availabilityPercent)
  const fee = lines[0]?.monthlyRupiah
  const example =
    fee === undefined
      ? ''
      : `\nContoh hitungan (*example*): ${restitutionExample(sla.restitution, sla.availabilityPercent, fee)}.\n`
  const terms = where.map(each => `- ${each}`).join('\n')
  return `${common}\nRestitusi \`${sla.restitution}\`: ${words.id} *${words.en}*\n\n    ${formula}\n\n${terms}\n${example}`
}

function budget({
  contract,
  drawing: {
    budget: { id, declared, ceilingRupiah },
    contracts,
    rents,
    totalRupiah,
    leftRupiah,
  },
}: ContractRecord): string {
  const others = contracts.filter(other => other.id !== contract.id)
  const list =
    others.length === 0
      ? 'Tidak ada kontrak lain pada baris ini. *Nothing else draws on this line.*\n'
      : `Kontrak lain pada baris yang sama (*what else draws on this line*):\n\n${markdownTable({ columns: drawingColumns, rows: others })}`
  return [
    facts([
      ['Baris', `${declared.name} (${id})`],
      ['Tahun anggaran', String(declared.year)],
      ['Sub kegiatan', declared.subKegiatan],
      ['Rekening', declared.account],
      ['Pagu', rupiahText(ceilingRupiah)],
      ['Catatan', declared.note],
    ]),
    list,
    facts([
      ['Kontrak ini', rupiahText(priceNow(contract).inclPpnRupiah)],
      [
        `Jumlah ${contracts.length} kontrak${rents.length === 0 ? '' : ` dan ${rents.length} sewa tiang, lintasan, serat`}, termasuk PPN`,
        rupiahText(totalRupiah),
      ],
      [leftRupiah < 0 ? 'Melebihi pagu' : 'Sisa pagu', rupiahText(Math.abs(leftRupiah))],
    ]),
  ].join('\n')
}

function handover({ contract: { declared } }: ContractRecord): string {
  const found = documentsOf(declared).filter(({ kind }) => kind === 'bast')
  if (found.length === 0) return 'Belum ada BAST yang dicatat. *No handover is recorded.*\n'
  return (
    found.map(({ date }) => `- BAST ${date === undefined ? 'tanpa tanggal' : `tanggal ${dateText(date)}`}`).join('\n') +
    '\n'
  )
}

function documents({ contract: { declared } }: ContractRecord): string {
  if (declared.documents.length === 0) return 'Belum ada dokumen yang dicatat. *No document is recorded.*\n'
  return markdownTable({ columns: documentColumns, rows: documentsOf(declared) })
}
