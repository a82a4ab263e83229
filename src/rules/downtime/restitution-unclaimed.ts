import { daysBetween, monthEnd } from '../../model/days.ts'
import { downtimes } from '../../money/downtime.ts'
import { inside } from '../../source/source.ts'
import { grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'

/** Days after a month in which a letter is expected. */
const claimDays = 30

export const restitutionUnclaimed = rule({
  code: 'GGN003',
  name: 'restitution-unclaimed',
  severity: 'warning',
  title: { id: 'Restitusi belum diklaim', en: 'Restitution not claimed' },
  *check({ network, plan: { asOf } }) {
    const claimed = new Set(
      [...network.claims.values()].map(({ contract, declared }) => `${contract.id} ${declared.month}`),
    )
    for (const group of grouped(downtimes(network), ({ contract, month }) => `${contract.id} ${month}`).values()) {
      const sum = group.reduce((total, month) => total + month.rupiah, 0)
      const [first] = group
      const ticket = first?.tickets[0]
      if (
        first === undefined ||
        ticket === undefined ||
        sum === 0 ||
        claimed.has(`${first.contract.id} ${first.month}`)
      )
        continue
      if (daysBetween(monthEnd(first.month), asOf) <= claimDays) continue
      yield {
        at: inside(ticket.origin, 'ticket'),
        about: [first.contract, ...group.flatMap(({ tickets }) => tickets)],
        facts: { contract: first.contract.id, month: first.month, sum },
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
