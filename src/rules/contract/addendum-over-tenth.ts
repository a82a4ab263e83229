import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { percent, rupiah } from '../../words/figures.ts'

/** Most that addenda may add to a contract's price, as dated data. */
const growthLimits = [{ percent: 10, from: '2018-03-22', source: 'Perpres 16/2018 pasal 54(2)' }] as const

export const addendumOverTenth = rule({
  code: 'KTR022',
  name: 'addendum-over-tenth',
  severity: 'error',
  title: { id: 'Adendum menambah lebih dari sepersepuluh nilai', en: 'Addendum that adds more than a tenth' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const { addenda, price } = contract.declared
      for (const [i, addendum] of addenda.entries()) {
        const limit = growthLimits.findLast(({ from }) => from <= addendum.signed)
        if (addendum.price === undefined || limit === undefined) continue
        const added = addendum.price.exclPpnRupiah - price.exclPpnRupiah
        if (BigInt(added) * 100n <= BigInt(price.exclPpnRupiah) * BigInt(limit.percent)) continue
        yield {
          at: inside(contract.origin, 'addenda', i, 'price', 'exclPpnRupiah'),
          about: [contract],
          facts: { contract: contract.id, number: addendum.number, added, signed: price.exclPpnRupiah, limit },
        }
        break
      }
    }
  },
  message: ({ contract, number, added, signed, limit }) => ({
    id: `adendum ${number} menambah kontrak ${contract} ${rupiah(added).id}, lebih dari ${percent(limit.percent).id} dari ${rupiah(signed).id}`,
    en: `addendum ${number} adds ${rupiah(added).en} to contract ${contract}, more than ${percent(limit.percent).en} of ${rupiah(signed).en}`,
  }),
  hint: ({ limit }) => ({
    id: `batasnya ${limit.percent} % dari harga yang ditandatangani (${limit.source}); selebihnya pengadaan tersendiri`,
    en: `the limit is ${limit.percent} % of the price as signed (${limit.source}); what is above is a procurement of its own`,
  }),
})
