import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { percent, rupiah } from '../../words/figures.ts'
import { growthOf } from './growth.ts'

export const addendumOverTenth = rule({
  code: 'KTR022',
  name: 'addendum-over-tenth',
  severity: 'error',
  title: { id: 'Adendum menambah lebih dari sepersepuluh nilai', en: 'Addendum that adds more than a tenth' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const growth = growthOf(network, contract)
      if (growth === undefined) continue
      const { i, number, added, limit } = growth
      yield {
        at: inside(contract.origin, 'addenda', i, 'price', 'exclPpnRupiah'),
        about: [contract],
        facts: { contract: contract.id, number, added, signed: contract.declared.price.exclPpnRupiah, limit },
      }
    }
  },
  message: ({ contract, number, added, signed, limit }) => ({
    id:
      `adendum ${number} menambah kontrak ${contract} ${rupiah(added).id}, ` +
      `lebih dari ${percent(limit.percent).id} dari ${rupiah(signed).id}`,
    en:
      `addendum ${number} adds ${rupiah(added).en} to contract ${contract}, ` +
      `more than ${percent(limit.percent).en} of ${rupiah(signed).en}`,
  }),
  hint: ({ limit }) => ({
    id: `batasnya ${limit.percent} % dari harga yang ditandatangani (${limit.source}); selebihnya pengadaan tersendiri`,
    en: `the limit is ${limit.percent} % of the price as signed (${limit.source}); what is above is a procurement of its own`,
  }),
})
