import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'

export const contractOutOfOrder = rule({
  code: 'KTR021',
  name: 'contract-out-of-order',
  severity: 'error',
  title: { id: 'Urutan tanggal kontrak terbalik', en: 'Dates of a contract in the wrong order' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const { signed, documents, period } = contract.declared
      if (signed === undefined) continue
      if (signed > period.from)
        yield {
          at: inside(contract.origin, 'signed'),
          about: [contract],
          facts: { contract: contract.id, ofBast: false, date: signed, other: period.from },
        }
      for (const [i, { kind, date }] of documents.entries())
        if (kind === 'bast' && date !== undefined && date < signed)
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
