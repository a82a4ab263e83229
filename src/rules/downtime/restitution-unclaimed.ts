import { daysBetween, monthEnd } from '../../model/days.ts'
import { claimDays, unclaimed } from '../../money/claims.ts'
import { inside } from '../../source/source.ts'
import { contractsAstray } from '../circuit/coverage.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'
import { monthsAstray } from './astray.ts'

export const restitutionUnclaimed = rule({
  code: 'GGN003',
  name: 'restitution-unclaimed',
  severity: 'warning',
  title: { id: 'Restitusi belum diklaim', en: 'Restitution not claimed' },
  *check({ network, plan: { asOf } }) {
    const astray = monthsAstray(network, asOf)
    for (const { contract, month, rupiah: sum, circuits, tickets } of unclaimed(network)) {
      const first = circuits.find(({ rupiah: own }) => own > 0)?.tickets[0]
      if (
        first === undefined ||
        contractsAstray(network).has(contract.id) ||
        astray.has(`${contract.id} ${month}`) ||
        daysBetween(monthEnd(month), asOf) <= claimDays
      )
        continue
      yield {
        at: inside(first.origin, 'ticket'),
        about: [contract, ...tickets],
        facts: { contract: contract.id, month, sum },
      }
    }
  },
  message: ({ contract, month, sum }) => ({
    id: `gangguan ${month} memberi hak restitusi ${rupiah(sum).id} dari kontrak ${contract}, dan belum ada klaim`,
    en: `the downtime of ${month} gives a right to ${rupiah(sum).en} from contract ${contract}, and nobody has claimed it`,
  }),
  hint: () => ({
    id: 'kirim surat klaimnya (`serat claim`), catat di downtime/, dan potong dari tagihan berikutnya',
    en: 'send the letter (`serat claim`), record it under downtime/, and deduct it from the next invoice',
  }),
})
