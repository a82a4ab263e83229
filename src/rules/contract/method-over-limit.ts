import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'
import { believedRupiah } from './believed.ts'
import { judgedOn, methodLimitOn } from './methods.ts'

export const methodOverLimit = rule({
  code: 'KTR018',
  name: 'method-over-limit',
  severity: 'error',
  title: { id: 'Cara pengadaan melebihi batas nilainya', en: 'Method of procurement over its limit' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const { method } = contract.declared
      const limit = methodLimitOn(method, judgedOn(contract))
      const value = believedRupiah(network, contract)
      if (limit === undefined || value <= limit.upToRupiah) continue
      yield {
        at: inside(contract.origin, 'method'),
        about: [contract],
        facts: { contract: contract.id, method, value, upTo: limit.upToRupiah, source: limit.source },
      }
    }
  },
  message: ({ contract, method, value, upTo }) => ({
    id: `kontrak ${contract} senilai ${rupiah(value).id} dengan ${method}, yang hanya sampai ${rupiah(upTo).id}`,
    en: `contract ${contract} of ${rupiah(value).en} by ${method}, which goes only up to ${rupiah(upTo).en}`,
  }),
  hint: ({ source }) => ({
    id: `pakai tender atau e-purchasing (${source})`,
    en: `take a tender or e-purchasing (${source})`,
  }),
})
