import type { Contract, Network } from '../../model/network.ts'
import type { Restitution } from '../../money/claims.ts'
import { restitutionOf as formulaOf, restitutionWorking } from '../contracts/restitution.ts'
import { textTable, type Block } from '../document/block.ts'
import { dateText, monthText } from '../text/dates.ts'
import { decimalText, grouped, rupiahText } from '../text/numbers.ts'
import { notesOf } from '../text/notes.ts'
import { spelled } from '../text/spelled.ts'
import { circuitColumns, ticketColumns } from './columns.ts'

/** What only the office knows of a letter; who signs is named by role. */
export interface LetterHead {
  readonly number: string
  readonly date: string
  readonly signatory: string
}

/** A letter that claims restitution, with its reckoning and its evidence, as an office in Indonesia writes it. */
export function claimLetter(network: Network, restitution: Restitution, head: LetterHead): Block[] {
  const { contract, month, circuits, tickets, rupiah } = restitution
  const { provider } = contract
  return [
    { kind: 'heading', level: 1, text: `Pemerintah ${network.declared.name}` },
    {
      kind: 'fields',
      rows: [
        ['Nomor', head.number],
        ['Tanggal', dateText(head.date)],
        ['Hal', `Klaim restitusi gangguan layanan bulan ${monthText(month)}`],
        ['Kepada', `Yth. ${provider.declared.name}, u.p. ${provider.declared.noc.role}`],
      ],
    },
    { kind: 'paragraph', text: openingOf(contract, month, head.date) },
    {
      kind: 'table',
      caption: 'Perhitungan per sirkuit',
      table: textTable({ columns: circuitColumns, rows: circuits }),
    },
    ...formulaBlocks(restitution),
    {
      kind: 'paragraph',
      text:
        `Jumlah restitusi: ${rupiahText(rupiah)} (${spelled(rupiah)} rupiah), tidak termasuk PPN. ` +
        'Jumlah ini kami potongkan dari tagihan berikutnya sebelum PPN.',
    },
    {
      kind: 'table',
      caption: 'Bukti gangguan, waktu setempat',
      table: textTable({ columns: ticketColumns(contract), rows: tickets }),
    },
    ...notesOf(network).map(({ id }): Block => ({ kind: 'paragraph', text: `Catatan: ${id}` })),
    { kind: 'paragraph', text: 'Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih.' },
    { kind: 'signature', role: head.signatory },
  ]
}

/** The contract as it stood on the day of the letter: what was agreed later changes no letter that was sent. */
function openingOf({ declared }: Contract, month: string, date: string): string {
  const signed = declared.signed === undefined ? '' : ` tanggal ${dateText(declared.signed)}`
  const addenda = declared.addenda.filter(addendum => addendum.signed <= date)
  const changed = addenda.length === 0 ? '' : ` beserta adendum ${addenda.map(({ number }) => number).join(', ')}`
  const to = addenda.findLast(addendum => addendum.to !== undefined)?.to ?? declared.period.to
  const promised =
    declared.sla === undefined
      ? ''
      : `, yang menjanjikan ketersediaan ${decimalText(declared.sla.availabilityPercent, 3)} % sebulan`
  return (
    `Berdasarkan kontrak ${declared.number}${signed}${changed} tentang ${declared.title} ` +
    `(${dateText(declared.period.from)} s.d. ${dateText(to)})${promised}, ` +
    `bersama ini kami ajukan restitusi atas gangguan layanan bulan ${monthText(month)} sebagai berikut.`
  )
}

function formulaBlocks({ contract, circuits }: Restitution): Block[] {
  const { sla } = contract.declared
  if (sla?.restitution === undefined) return []
  const { formula, words, where } = formulaOf(sla.restitution, sla.availabilityPercent)
  const excluded = sla.exclude.length === 0 ? '' : ' Sebab yang dikecualikan kontrak tidak dihitung.'
  return [
    { kind: 'heading', level: 2, text: 'Rumus dan perhitungan' },
    {
      kind: 'paragraph',
      text:
        `${words.id} ${formula}. Waktu yang tercatat pada beberapa tiket dihitung sekali; ` +
        `gangguan sampai ${grouped(sla.minEventSeconds)} detik tidak dihitung.${excluded}`,
    },
    { kind: 'list', items: where },
    { kind: 'list', items: circuits.map(one => `${one.bought.id}: ${restitutionWorking(one)}`) },
  ]
}
