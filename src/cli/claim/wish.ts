import { claimFile } from '../../model/record-file.ts'
import type { Network } from '../../model/network.ts'
import { nearHint } from '../near.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import type { LetterHead } from '../../render/claims/letter.ts'

export interface LetterWish extends LetterHead {
  readonly contract: string
  readonly month: string
}

interface Given {
  readonly contract: string | undefined
  readonly month: string | undefined
  readonly number: string | undefined
  readonly date: string | undefined
  readonly signatory: string | undefined
}

/** The letter of a claim that was recorded. */
export function recordedClaim({ claims }: Network, id: string): LetterWish | Refusal {
  const claim = claims.get(id)
  if (claim === undefined) {
    const near = nearHint(id, [...claims.keys()])
    return refuse(`tidak ada klaim \`${id}\`${near.id}`, `there is no claim \`${id}\`${near.en}`)
  }
  const { month, number, date, signatory } = claim.declared
  return { contract: claim.contract.id, month, number, date, signatory }
}

/** A letter that nobody has written yet: what only the office knows must be given, in the form that a record has. */
export function letterHeadOf({ contracts }: Network, given: Given, today: string): LetterWish | Refusal {
  const { contract, month, number, date = today, signatory } = given
  if (contract === undefined || month === undefined || number === undefined || signatory === undefined)
    return refuse(
      'surat baru perlu --contract, --month, --number dan --signatory',
      'a new letter needs --contract, --month, --number and --signatory',
    )
  if (!contracts.has(contract)) {
    const near = nearHint(contract, [...contracts.keys()])
    return refuse(`tidak ada kontrak \`${contract}\`${near.id}`, `there is no contract \`${contract}\`${near.en}`)
  }
  const wish = { contract, month, number, date, signatory }
  const forms = claimFile.pick({ month: true, number: true, date: true, signatory: true }).safeParse({
    month,
    number,
    date,
    signatory,
  })
  if (forms.success) return wish
  const wrong = String(forms.error.issues[0]?.path[0] ?? 'month')
  return refuse(
    `--${wrong}: bentuknya tidak dapat dicatat (bulan 2026-03, tanggal 2026-04-06, nomor dan jabatan satu baris)`,
    `--${wrong}: cannot be recorded in this form (month 2026-03, date 2026-04-06, number and role on one line)`,
  )
}
