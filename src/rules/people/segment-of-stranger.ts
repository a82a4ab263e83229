import { inside } from '../../source/source.ts'
import { siteRule } from '../define.ts'
import { listed } from '../../words/figures.ts'

export const segmentOfStranger = siteRule({
  code: 'ORG004',
  name: 'segment-of-stranger',
  severity: 'error',
  title: {
    id: 'Segmen milik perangkat daerah yang tidak ada di situs itu',
    en: 'Segment of an agency that is not at the site',
  },
  *check(site) {
    const here = new Set(site.declared.tenants)
    for (const { tenant, origin, catalogue } of site.segments) {
      if (tenant === undefined || here.has(tenant.id)) continue
      yield {
        at: inside(origin, 'tenant'),
        about: [site, tenant],
        facts: { site: site.id, segment: catalogue.id, tenant: tenant.id, here: [...here] },
      }
    }
  },
  message: ({ site, segment, tenant }) => ({
    id: `segmen ${segment} di ${site} milik ${tenant}, yang tidak tercatat di situs itu`,
    en: `segment ${segment} of ${site} belongs to ${tenant}, which is not among its tenants`,
  }),
  hint: ({ tenant, here }) => ({
    id: `tambahkan ${tenant} ke tenants, atau sebut salah satu yang ada: ${listed(here, 12).id}`,
    en: `add ${tenant} to tenants, or name one that is there: ${listed(here, 12).en}`,
  }),
})
