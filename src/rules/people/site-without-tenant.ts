import { inside } from '../../source/source.ts'
import { siteRule } from '../define.ts'

export const siteWithoutTenant = siteRule({
  code: 'ORG001',
  name: 'site-without-tenant',
  severity: 'warning',
  title: { id: 'Situs tanpa perangkat daerah', en: 'Site without an agency' },
  *check(site) {
    // Cameras and weather stations in the field belong to nobody's office.
    if (!site.active || site.declared.class === 'field' || site.declared.tenants.length > 0) return
    yield { at: inside(site.origin, 'tenants'), about: [site], facts: { site: site.id } }
  },
  message: ({ site }) => ({
    id: `tidak ada perangkat daerah di ${site}: tidak jelas siapa yang dilayani dan siapa yang membayar`,
    en: `no agency is at ${site}: it is not clear who is served and who pays`,
  }),
  hint: () => ({ id: 'tulis kantor yang memakainya di tenants', en: 'name the offices that use it under tenants' }),
})
