import { inside } from '../../source/source.ts'
import { contractsAstray } from '../circuit/coverage.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'

export const bastMissing = rule({
  code: 'KTR012',
  name: 'bast-missing',
  severity: 'warning',
  title: { id: 'Kontrak berjalan tanpa BAST', en: 'Contract under way without a BAST' },
  *check({ network, plan: { asOf } }) {
    for (const contract of network.contracts.values()) {
      const { period, documents } = contract.declared
      // A day that leaves gaps or pays twice has been told, and may be why it seems to have begun.
      if (contractsAstray(network).has(contract.id)) continue
      if (asOf < period.from || documents.some(({ kind }) => kind === 'bast')) continue
      yield {
        at: inside(contract.origin, 'period', 'from'),
        about: [contract, contract.provider],
        facts: { contract: contract.id, from: period.from },
      }
    }
  },
  message: ({ contract, from }) => ({
    id: `kontrak ${contract} berjalan sejak ${day(from).id} tanpa berita acara serah terima (BAST)`,
    en: `contract ${contract} has run since ${day(from).en} without a certificate of handover (BAST)`,
  }),
  hint: () => ({
    id: 'catat BAST di documents dengan tanggalnya, sebelum pembayaran pertama',
    en: 'record the BAST under documents with its date, before the first payment',
  }),
})
