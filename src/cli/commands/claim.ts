import type { Network } from '../../model/network.ts'
import { restitutionOf, restitutions, type Restitution } from '../../money/claims.ts'
import { restitutionColumns } from '../../render/claims/columns.ts'
import { letterTitle } from '../../render/claims/claims.ts'
import { claimJson } from '../../render/claims/json.ts'
import { claimLetter } from '../../render/claims/letter.ts'
import { documentHtml } from '../../render/document/html.ts'
import { documentMarkdown } from '../../render/document/markdown.ts'
import { command } from '../command.ts'
import { claimRecord } from '../claim/record.ts'
import { letterHeadOf, recordedClaim, type LetterWish } from '../claim/wish.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { choice, historyOptions, value } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'
import { tableJson, tableText } from '../tables/print.ts'
import { table } from '../../show/table.ts'

export const claim = command({
  name: 'claim',
  about: {
    id:
      'Restitusi gangguan. Tanpa isian: setiap bulan kontrak yang punya tiket. CLAIM: surat klaim yang sudah ' +
      'tercatat. --contract dan --month: surat baru; --format yaml mencatatnya untuk downtime/.',
    en:
      'Restitution for downtime. Without an operand: every month of a contract with tickets. CLAIM: the letter of ' +
      'a recorded claim. --contract and --month: a new letter; --format yaml is its record for downtime/.',
  },
  operands: '[CLAIM]',
  fewestOperands: 0,
  mostOperands: 1,
  example: 'serat claim klm-2026-03-a --format html',
  options: {
    ...historyOptions,
    contract: value('CONTRACT', 'kontrak surat baru', 'contract of a new letter'),
    month: value('YYYY-MM', 'bulan gangguan surat baru', 'month of downtime of a new letter'),
    number: value('NUMBER', 'nomor surat', 'number of the letter'),
    date: value('YYYY-MM-DD', 'tanggal surat (bawaan: hari ini)', 'date of the letter (default: today)'),
    signatory: value('ROLE', 'jabatan yang menandatangani', 'who signs, by role'),
    format: choice(['text', 'markdown', 'html', 'json', 'yaml'], 'bentuk hasil', 'form of the result'),
  },
  run(shell, given, [id]) {
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { network, plan } = loaded
    if (id === undefined && given.contract === undefined && given.month === undefined) {
      const filled = table({
        rows: () => restitutions(network),
        idOf: ({ contract, month }: Restitution) => `${contract.id} ${month}`,
        columns: restitutionColumns,
      })({ network, plan })
      shell.print(
        given.format === 'json' ? tableJson(filled, filled.rows) : tableText(filled, filled.rows, shell.language),
      )
      return 0
    }
    const wish = id === undefined ? letterHeadOf(network, given, shell.today) : recordedClaim(network, id)
    if (isRefusal(wish)) return wish
    const printed = letterText(network, wish, given.format)
    if (isRefusal(printed)) return printed
    shell.print(printed)
    if (id === undefined) remarkOfClaims(shell, network, wish)
    return remarkOfErrors(shell, loaded.hasErrors)
  },
})

function letterText(network: Network, wish: LetterWish, format: string | undefined): string | Refusal {
  const found = restitutionOf(network, wish.contract, wish.month)
  if (found === undefined || found.rupiah === 0)
    return refuse(
      `kontrak ${wish.contract} tidak berutang restitusi untuk ${wish.month}: lihat \`serat claim\``,
      `contract ${wish.contract} owes no restitution for ${wish.month}: see \`serat claim\``,
    )
  if (format === 'json') return claimJson(network, found)
  if (format === 'yaml') return claimRecord(found, wish)
  const blocks = claimLetter(network, found, wish)
  if (format === 'html') return documentHtml({ title: letterTitle(found), page: 'A4 portrait' }, blocks)
  return documentMarkdown(blocks)
}

function remarkOfErrors(shell: Shell, hasErrors: boolean): 0 | 1 {
  if (!hasErrors) return 0
  say(shell, {
    id: 'ada galat di inventaris, jadi surat ini mungkin salah; jalankan `serat check` sebelum mengirimnya',
    en: 'the inventory has errors, so this letter may be wrong; run `serat check` before you send it',
  })
  return 1
}

/** A month that was claimed is not claimed again without a word. */
function remarkOfClaims(shell: Shell, network: Network, { contract, month }: LetterWish): void {
  const claims = restitutionOf(network, contract, month)?.claims ?? []
  if (claims.length === 0) return
  const ids = claims.map(({ id }) => id).join(', ')
  say(shell, {
    id: `perhatian: ${month} dari ${contract} sudah diklaim dengan ${ids}`,
    en: `note: ${month} of ${contract} was claimed already by ${ids}`,
  })
}
