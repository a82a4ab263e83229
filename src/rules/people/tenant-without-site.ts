import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'

export const tenantWithoutSite = rule({
  code: 'ORG002',
  name: 'tenant-without-site',
  severity: 'warning',
  title: { id: 'Perangkat daerah tanpa situs', en: 'Agency without a site' },
  *check({ network }) {
    if (mayHide(network, 'site')) return
    for (const tenant of network.tenants.values()) {
      if (network.index.sitesOfTenant.has(tenant.id)) continue
      yield {
        at: inside(tenant.origin, 'tenant'),
        about: [tenant],
        facts: { tenant: tenant.id, name: tenant.declared.name },
      }
    }
  },
  message: ({ tenant, name }) => ({
    id: `${name} (${tenant}) tidak ada di situs mana pun`,
    en: `${name} (${tenant}) is at no site`,
  }),
  hint: ({ tenant }) => ({
    id: `tambahkan ${tenant} ke tenants situs tempat kantornya, atau hapus`,
    en: `add ${tenant} to the tenants of the site of its office, or remove it`,
  }),
})
