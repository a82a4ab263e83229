import { inside } from '../../source/source.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Contract } from '../../model/network.ts'
import { formWords } from '../../words/declared.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'
import { believedRupiah } from './believed.ts'
import { limitsOn, orderedMethods } from './forms.ts'

export const formAgainstValue = rule({
  code: 'KTR004',
  name: 'form-against-value',
  severity: 'warning',
  title: { id: 'Bentuk kontrak tidak sesuai nilainya', en: 'Form of contract does not fit its value' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const value = believedRupiah(network, contract)
      const wrong = wrongness(contract, value)
      if (wrong === undefined) continue
      const { form } = contract.declared
      yield {
        at: inside(contract.origin, 'form'),
        about: [contract],
        facts: { contract: contract.id, form: formWords[form], value, wrong },
      }
    }
  },
  message: ({ contract, form, value, wrong }) => ({
    id: `kontrak ${contract} senilai ${rupiah(value).id} berbentuk ${form.id}, ${wrong.id}`,
    en: `contract ${contract} of ${rupiah(value).en} has the form ${form.en}, ${wrong.en}`,
  }),
  hint: () => ({
    id:
      'Perpres 16/2018 pasal 28: kuitansi sampai Rp 50 juta, SPK sampai Rp 200 juta, di atasnya surat perjanjian; ' +
      'e-purchasing dengan surat pesanan',
    en:
      'Perpres 16/2018 pasal 28: kuitansi up to Rp 50 million, SPK up to Rp 200 million, ' +
      'above that surat perjanjian; e-purchasing by surat pesanan',
  }),
})

function wrongness({ declared: { form, method, signed, period } }: Contract, value: number): Bilingual | undefined {
  if (method === 'dikecualikan') return undefined
  if (form === 'surat-pesanan')
    return orderedMethods.has(method)
      ? undefined
      : { id: 'yang hanya untuk e-purchasing', en: 'which is for e-purchasing only' }
  if (orderedMethods.has(method))
    return { id: `padahal ${method} memakai surat pesanan`, en: `yet ${method} takes a surat pesanan` }
  const limit = limitsOn(signed ?? period.from)?.limits[form]
  if (limit === undefined) return undefined
  if (value > limit.upTo)
    return { id: `yang hanya sampai ${rupiah(limit.upTo).id}`, en: `which goes only up to ${rupiah(limit.upTo).en}` }
  if (value <= limit.over)
    return {
      id: `yang untuk nilai di atas ${rupiah(limit.over).id}`,
      en: `which is for values above ${rupiah(limit.over).en}`,
    }
  return undefined
}
