import { inside, type Place } from '../../source/source.ts'
import type { Site } from '../../model/network.ts'
import { rule } from '../define.ts'

export const tenantInTwoSites = rule({
  code: 'ORG003',
  name: 'tenant-in-two-sites',
  severity: 'warning',
  title: { id: 'Perangkat daerah di dua situs', en: 'Agency at two sites' },
  *check({ network }) {
    for (const [id, sites] of network.index.sitesOfTenant) {
      const [first, ...others] = sites.filter(({ declared }) => declared.status !== 'retired')
      const tenant = network.tenants.get(id)
      if (first === undefined || tenant === undefined) continue
      for (const site of others) {
        yield {
          at: tenantPlace(site, id),
          about: [tenant, site, first],
          facts: { tenant: id, site: site.id, first: first.id },
          related: [{ at: tenantPlace(first, id), message: { id: `juga di ${first.id}`, en: `also at ${first.id}` } }],
        }
      }
    }
  },
  message: ({ tenant, site, first }) => ({
    id: `${tenant} tercatat di ${site} dan di ${first}: apakah kantornya memang dua?`,
    en: `${tenant} is listed at ${site} and at ${first}: does it have two offices?`,
  }),
  hint: () => ({
    id: 'hapus salah satunya bila kantornya pindah; bila memang dua, catat di waivers.yaml',
    en: 'remove one of them if the office has moved; if there are two, say so in waivers.yaml',
  }),
})

function tenantPlace({ declared, origin }: Site, tenant: string): Place {
  return inside(origin, 'tenants', declared.tenants.indexOf(tenant))
}
