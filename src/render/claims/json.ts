import { deductionsOf, type Restitution } from '../../money/claims.ts'
import type { MonthDowntime } from '../../money/downtime.ts'
import type { Network } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { restitutionWorking } from '../contracts/restitution.ts'
import { lineFinder } from '../money/operands.ts'

/** What comes back for one month, with everything that it follows from and where that stands. */
export function claimJson(network: Network, { contract, month, circuits, rupiah, claims }: Restitution): string {
  const lineOf = lineFinder()
  const circuitJson = (one: MonthDowntime): object => {
    const feeAt = one.line.term.at('monthlyRupiah')
    return {
      circuit: one.bought.id,
      monthlyRupiah: one.line.monthlyRupiah,
      feeFile: feeAt.source.path,
      feeLine: lineOf(feeAt),
      downSeconds: one.downSeconds,
      countedSeconds: one.countedSeconds,
      secondsInMonth: one.secondsInMonth,
      rupiah: one.rupiah,
      working: restitutionWorking(one),
      tickets: one.tickets.map(({ id, declared, origin }) => ({
        ticket: id,
        from: declared.from,
        to: declared.to,
        cause: declared.cause,
        evidence: declared.evidence,
        file: origin.source.path,
        line: lineOf(inside(origin, 'ticket')),
      })),
    }
  }
  return (
    JSON.stringify(
      {
        formatVersion: 1,
        contract: contract.id,
        month,
        formula: contract.declared.sla?.restitution,
        rupiah,
        claims: claims.map(({ id }) => id),
        circuits: circuits.map(circuitJson),
        deductions: deductionsOf(network, claims).map(({ payment, rupiah: deducted, at }) => ({
          payment: payment.id,
          invoice: payment.declared.invoice.number,
          rupiah: deducted,
          file: at.source.path,
          line: lineOf(at),
        })),
      },
      undefined,
      2,
    ) + '\n'
  )
}
