import { stringify } from 'yaml'
import type { Restitution } from '../../money/claims.ts'
import type { LetterWish } from './wish.ts'

/** The record of a letter that is sent, for a file in `downtime/`. */
export function claimRecord({ contract, month, rupiah, claims }: Restitution, head: LetterWish): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + claims.length)
  const { number, date, signatory } = head
  return stringify([
    {
      claim: `klm-${contract.id}-${month}-${letter}`.slice(0, 40),
      contract: contract.id,
      month,
      number,
      date,
      signatory,
      rupiah,
    },
  ])
}
