import { rule } from '../define.ts'

export const assetUnregistered = rule({
  code: 'RTR004',
  name: 'asset-unregistered',
  severity: 'warning',
  title: { id: 'Router tanpa nomor register aset', en: 'Router without an asset register number' },
  *check({ network }) {
    for (const router of network.routers.values()) {
      const site = network.sites.get(router.siteId)
      if (site?.active !== true || router.declared.assetRegister !== undefined) continue
      yield {
        at: { ...router.origin, key: true },
        about: [router, site],
        facts: { router: router.id, model: router.declared.model, serial: router.declared.serial },
      }
    }
  },
  message: ({ router, model, serial }) => ({
    id: `${router} (${model}${serial === undefined ? '' : `, nomor seri ${serial}`}) tidak punya nomor register aset (KIB)`,
    en: `${router} (${model}${serial === undefined ? '' : `, serial ${serial}`}) has no number in the asset register (KIB)`,
  }),
  hint: () => ({
    id: 'minta nomornya kepada pengurus barang dan tulis di asset_register',
    en: 'ask the asset clerk for its number and write it under asset_register',
  }),
})
