import type { Contract, Network } from '../../model/network.ts'
import { invoicesFrom, ppnByLaw } from '../../money/invoices.ts'
import { ppnLaws, ppnOf } from '../../money/ppn.ts'
import { stagesOf, type Stage } from '../../money/stages.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'

export const taxArithmetic = rule({
  code: 'KTR005',
  name: 'tax-arithmetic',
  severity: 'error',
  title: { id: 'Hitungan PPN salah', en: 'PPN does not add up' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      for (const stage of stagesOf(network, contract)) {
        if (stage.price === undefined) continue
        const { exclPpnRupiah: price, inclPpnRupiah: stated } = stage.price
        const [right, ...others] = ppnsOf(network, contract, stage, price).map(ppn => price + ppn)
        if (right === undefined || stated === right || others.includes(stated)) continue
        yield {
          at: inside(stage.at, 'price', 'inclPpnRupiah'),
          about: [contract],
          facts: { contract: contract.id, price, stated, right, ppnRule: contract.declared.price.ppnRule },
        }
      }
    }
  },
  message: ({ contract, price, stated, right, ppnRule }) => ({
    id: `harga kontrak ${contract} dengan PPN tertulis ${rupiah(stated).id}; ${rupiah(price).id} ditambah PPN (${ppnRule}) adalah ${rupiah(right).id}: ${rupiah(Math.abs(stated - right)).id} terlalu ${stated > right ? 'besar' : 'kecil'}`,
    en: `contract ${contract} states ${rupiah(stated).en} with PPN; ${rupiah(price).en} plus PPN (${ppnRule}) is ${rupiah(right).en}: ${rupiah(Math.abs(stated - right)).en} too ${stated > right ? 'much' : 'little'}`,
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

/** PPN that a price may state: of the whole, each law on what is invoiced under it; or the sum of the invoices, where they come to the price. */
function ppnsOf(network: Network, contract: Contract, { lines }: Stage, price: number): number[] {
  const named = contract.declared.price.ppnRule
  const invoices = network.missing.size > 0 ? [] : invoicesFrom(contract, lines)
  const under = new Set(invoices.map(({ ppnRule }) => ppnRule))
  const whole = ppnOf(price, named)
  // A rule that was in force at no time of the contract has a finding of its own; its arithmetic is judged as it stands.
  if (under.size === 0 || !under.has(named)) return [whole]
  const sum = invoices.reduce((total, { exclPpnRupiah }) => total + exclPpnRupiah, 0)
  const byInvoice = invoices.reduce((total, { ppnRupiah }) => total + ppnRupiah, 0)
  return [under.size === 1 ? whole : ppnByLaw(price, invoices), ...(sum === price ? [byInvoice] : [])]
}
