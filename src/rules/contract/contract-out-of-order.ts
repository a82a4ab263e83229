import type { Contract, Network } from '../../model/network.ts'
import { priceLinesOf } from '../../money/price-lines.ts'
import { inside } from '../../source/source.ts'
import { overlapping } from '../circuit/edges.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { listDifferences } from './price-list.ts'

export const contractOutOfOrder = rule({
  code: 'KTR021',
  name: 'contract-out-of-order',
  severity: 'error',
  title: { id: 'Urutan tanggal kontrak terbalik', en: 'Dates of a contract in the wrong order' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const { signed, documents, period } = contract.declared
      if (signed === undefined) continue
      if (signed > period.from && !isBegunTooEarly(network, contract, signed))
        yield {
          at: inside(contract.origin, 'signed'),
          about: [contract],
          facts: { contract: contract.id, ofBast: false, date: signed, other: period.from },
        }
      // A signature after the first day is one fault, and that a BAST is older than it follows.
      for (const [i, { kind, date }] of documents.entries())
        if (kind === 'bast' && date !== undefined && date < signed && signed <= period.from)
          yield {
            at: inside(contract.origin, 'documents', i, 'date'),
            about: [contract],
            facts: { contract: contract.id, ofBast: true, date, other: signed },
          }
    }
  },
  message: ({ contract, ofBast, date, other }) => ({
    id: ofBast
      ? `BAST kontrak ${contract} bertanggal ${day(date).id}, sebelum kontraknya ditandatangani ${day(other).id}`
      : `kontrak ${contract} ditandatangani ${day(date).id}, sesudah mulai berlaku ${day(other).id}`,
    en: ofBast
      ? `the BAST of contract ${contract} is of ${day(date).en}, before it was signed on ${day(other).en}`
      : `contract ${contract} was signed on ${day(date).en}, after it began on ${day(other).en}`,
  }),
  hint: () => ({
    id: 'urutannya: ditandatangani, berlaku, diserahterimakan (BAST), ditagih, dibayar',
    en: 'the order: signed, in force, handed over (BAST), invoiced, paid',
  }),
})

/**
 * Nothing is bought under it before it was signed, and its first day has a finding of its own: a list that differs,
 * another year.
 */
function isBegunTooEarly(network: Network, contract: Contract, signed: string): boolean {
  const { period, multiYearApproval } = contract.declared
  if (overlapping(network).has(contract.id)) return true
  const starts = priceLinesOf(network, contract).map(line => line.period.from)
  if (starts.length === 0 || starts.some(from => from < signed)) return false
  const isOfTwoYears = multiYearApproval === undefined && period.from.slice(0, 4) !== period.to.slice(0, 4)
  return isOfTwoYears || listDifferences(network, contract).length > 0
}
