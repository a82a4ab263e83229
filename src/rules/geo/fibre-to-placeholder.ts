import { inside } from '../../source/source.ts'
import { siteRule } from '../define.ts'

export const fibreToPlaceholder = siteRule({
  code: 'GEO007',
  name: 'fibre-to-placeholder',
  severity: 'warning',
  title: { id: 'Serat menuju titik yang hanya pengganti', en: 'Fibre to a point that is only a placeholder' },
  *check(site, { network }) {
    if (site.declared.location.quality !== 'placeholder') return
    const route = network.index.routesOfRouter.get(site.router.id)?.find(({ active }) => active)
    if (route !== undefined)
      yield {
        at: inside(site.origin, 'location', 'quality'),
        facts: { site: site.id, route: route.id },
        about: [site, route],
      }
  },
  message: ({ site, route }) => ({
    id: `titik ${site} hanya pengganti, tetapi rute ${route} berakhir di sana: panjang dan jarak putusnya tidak dapat dipercaya`,
    en:
      `the point of ${site} is only a placeholder, ` +
      `yet route ${route} ends there: its length and the distance to a break cannot be trusted`,
  }),
  hint: () => ({
    id: 'ukur titiknya di lapangan dan tulis quality: sourced',
    en: 'take the point in the field and write quality: sourced',
  }),
})
