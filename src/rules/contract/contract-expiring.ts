import { isMissing } from '../../model/missing.ts'
import type { Contract, Network } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { dayAfter, daysBetween, expiryWindow, isReversed } from '../../model/days.ts'
import { rule } from '../define.ts'
import { day, times } from '../../words/dates.ts'
import { counted } from '../../words/figures.ts'
import { boughtUnder } from './boughts.ts'

export const contractExpiring = rule({
  code: 'KTR003',
  name: 'contract-expiring',
  severity: 'warning',
  title: { id: 'Kontrak hampir berakhir tanpa lanjutan', en: 'Contract about to end without a successor' },
  *check({ network, plan: { asOf } }) {
    for (const contract of network.contracts.values()) {
      const window = windowOf(network, contract, asOf)
      if (window === undefined || continued(network, contract) || boughtUnder(network, contract).length === 0) continue
      const { to } = contract.period
      yield {
        at: inside(contract.origin, 'period', 'to'),
        about: [contract],
        facts: {
          contract: contract.id,
          to,
          days: daysBetween(asOf, to),
          window,
          successor: contract.declared.successor,
        },
      }
    }
  },
  message: ({ contract, to, days, window, successor }) => ({
    id:
      `kontrak ${contract} berakhir ${day(to).id}, ${counted(days, times.day).id} lagi (jendela ${window} hari), ` +
      `dan ${successor === undefined ? 'belum ada lanjutannya' : `lanjutannya ${successor} tidak menyambung`}`,
    en:
      `contract ${contract} ends on ${day(to).en}, in ${counted(days, times.day).en} (window of ${window} days), ` +
      `and ${successor === undefined ? 'nothing follows it' : `its successor ${successor} does not continue it`}`,
  }),
  hint: ({ to }) => ({
    id: `mulai pengadaannya, lalu sebut kontrak baru di successor; ia harus berlaku sejak ${day(dayAfter(to)).id}`,
    en: `begin the procurement, then name the new contract under successor; it must run from ${day(dayAfter(to)).en}`,
  }),
})

/** The narrowest window that the end has come into. */
function windowOf({ declared }: Network, contract: Contract, asOf: string): number | undefined {
  const { period } = contract
  return isReversed(period) ? undefined : expiryWindow(declared.policy.expiryDays, asOf, period.to)
}

function continued({ contracts, missing }: Network, { declared, period }: Contract): boolean {
  const { successor } = declared
  if (successor !== undefined && isMissing(missing, 'contract', successor)) return true
  const next = successor === undefined ? undefined : contracts.get(successor)?.period
  return next !== undefined && next.from <= dayAfter(period.to) && next.to > period.to
}
