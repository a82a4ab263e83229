import { ppnLaws } from '../../money/ppn.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'
import { taxFaults } from './tax-faults.ts'

export const taxArithmetic = rule({
  code: 'KTR005',
  name: 'tax-arithmetic',
  severity: 'error',
  title: { id: 'Hitungan PPN salah', en: 'PPN does not add up' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      for (const { stage, price, stated, right } of taxFaults(network, contract))
        yield {
          at: inside(stage.at, 'price', 'inclPpnRupiah'),
          about: [contract],
          facts: { contract: contract.id, price, stated, right, ppnRule: contract.declared.price.ppnRule },
        }
    }
  },
  message: ({ contract, price, stated, right, ppnRule }) => ({
    id:
      `harga kontrak ${contract} dengan PPN tertulis ${rupiah(stated).id}; ` +
      `${rupiah(price).id} ditambah PPN (${ppnRule}) adalah ${rupiah(right).id}: ` +
      `${rupiah(Math.abs(stated - right)).id} terlalu ${stated > right ? 'besar' : 'kecil'}`,
    en:
      `contract ${contract} states ${rupiah(stated).en} with PPN; ${rupiah(price).en} plus PPN (${ppnRule}) ` +
      `is ${rupiah(right).en}: ${rupiah(Math.abs(stated - right)).en} too ${stated > right ? 'much' : 'little'}`,
  }),
  hint: ({ ppnRule }) => {
    const { percent, base, source } = ppnLaws[ppnRule]
    const share = base.of === base.in ? '' : ` × ${base.of}/${base.in}`
    return {
      id: `PPN = ${percent} %${share} × harga, dibulatkan ke rupiah (${source}); setiap tagihan memakai aturan pada tanggalnya`,
      en: `PPN = ${percent} %${share} × price, rounded to the rupiah (${source}); each invoice takes the rule of its date`,
    }
  },
})
