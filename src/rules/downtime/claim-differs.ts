import { deductionsOf, restitutionOf } from '../../money/claims.ts'
import { inside } from '../../source/source.ts'
import { isWhole } from '../contract/boughts.ts'
import { isSettled } from '../contract/settled.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'
import { rupiah } from '../../words/figures.ts'
import { monthsAstray } from './astray.ts'

export const claimDiffers = rule({
  code: 'GGN002',
  name: 'claim-differs',
  severity: 'error',
  title: { id: 'Klaim berbeda dari rumus kontraknya', en: "Claim differs from its contract's formula" },
  *check({ network, plan: { asOf } }) {
    if (!isWhole(network) || mayHide(network, 'ticket')) return
    const astray = monthsAstray(network, asOf)
    for (const claim of network.claims.values()) {
      if (astray.has(`${claim.contract.id} ${claim.declared.month}`) || !isSettled(network, claim.contract)) continue
      const right = restitutionOf(network, claim.contract.id, claim.declared.month)?.rupiah ?? 0
      const stated = claim.declared.rupiah
      if (stated !== right)
        yield {
          at: inside(claim.origin, 'rupiah'),
          about: [claim, claim.contract],
          facts: { claim: claim.id, stated, right, byTickets: true },
        }
      else
        for (const { payment, rupiah: deducted, at } of deductionsOf(network, [claim]))
          if (deducted !== stated)
            yield {
              at,
              about: [payment, claim],
              facts: { claim: claim.id, stated: deducted, right: stated, byTickets: false },
            }
    }
  },
  message: ({ claim, stated, right, byTickets }) => ({
    id: byTickets
      ? `klaim ${claim} menyebut ${rupiah(stated).id}; menurut tiket dan rumus kontraknya ${rupiah(right).id}`
      : `potongan untuk klaim ${claim} ${rupiah(stated).id}, suratnya menyebut ${rupiah(right).id}`,
    en: byTickets
      ? `claim ${claim} says ${rupiah(stated).en}; by its tickets and its contract's formula it is ${rupiah(right).en}`
      : `the deduction for claim ${claim} is ${rupiah(stated).en}, its letter says ${rupiah(right).en}`,
  }),
  hint: () => ({
    id: 'surat klaim dan potongan pada tagihan harus sama; sebab yang dikecualikan dan gangguan yang terlalu pendek tidak dihitung',
    en: 'the letter and the deduction must be the same; excluded causes and events that are too short do not count',
  }),
})
