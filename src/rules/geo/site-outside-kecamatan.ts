import { inside } from '../../source/source.ts'
import { siteRule } from '../define.ts'
import { kilometres, number } from '../../words/figures.ts'
import { misreadPoints } from './misread-points.ts'
import { metresOutside } from './distance.ts'

export const siteOutsideKecamatan = siteRule({
  code: 'GEO004',
  name: 'site-outside-kecamatan',
  severity: 'warning',
  title: { id: 'Titik situs jelas berada di kecamatan lain', en: "A site's point clearly lies in another kecamatan" },
  *check(site, { network }) {
    const toleranceKm = network.declared.policy.outlineToleranceKm
    const {
      area,
      declared: {
        location: { lon, lat },
      },
    } = site
    if (area?.declared.outline === undefined || misreadPoints(network).has(`site:${site.id}`)) return
    const metres = metresOutside([lon, lat], area.declared.outline)
    if (metres <= toleranceKm * 1000) return
    yield {
      at: inside(site.origin, 'kecamatan'),
      facts: { site: site.id, area: area.declared.name, code: area.id, metres, toleranceKm },
      about: [site],
    }
  },
  message: ({ site, area, code, metres, toleranceKm }) => ({
    id:
      `titik ${site} berada ${kilometres(metres).id} di luar kecamatan ${area} (${code}); ` +
      `batasnya kasar, tetapi toleransinya hanya ${number(toleranceKm).id} km`,
    en:
      `the point of ${site} lies ${kilometres(metres).en} outside kecamatan ${area} (${code}); ` +
      `its outline is rough, but the tolerance is only ${number(toleranceKm).en} km`,
  }),
  hint: () => ({
    id: 'perbaiki kode kecamatan atau koordinat situs itu',
    en: 'correct the kecamatan code or the coordinates of the site',
  }),
})
