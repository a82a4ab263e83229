import { inside } from '../../source/source.ts'
import { siteRule } from '../define.ts'

export const managementForTenant = siteRule({
  code: 'SEC007',
  name: 'management-for-tenant',
  severity: 'error',
  title: { id: 'Segmen pengelolaan diberikan kepada perangkat daerah', en: 'Management segment given to an agency' },
  *check(site) {
    for (const { tenant, catalogue, origin } of site.segments) {
      const { kind } = catalogue.zone.declared
      if (tenant === undefined || (kind !== 'management' && kind !== 'noc')) continue
      yield {
        at: inside(origin, 'tenant'),
        about: [site, tenant],
        facts: { site: site.id, segment: catalogue.id, tenant: tenant.id, zone: catalogue.zone.id },
      }
    }
  },
  message: ({ site, segment, tenant, zone }) => ({
    id: `segmen ${segment} di ${site} milik ${tenant}, padahal zona ${zone} adalah kunci ke router`,
    en: `segment ${segment} of ${site} belongs to ${tenant}, yet zone ${zone} is the key to the routers`,
  }),
  hint: () => ({
    id: 'beri perangkat daerah itu segmen data; pengelolaan tidak punya pemilik selain NOC',
    en: 'give the agency a data segment; management belongs to nobody but the NOC',
  }),
})
