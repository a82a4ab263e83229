import { hasFibre } from '../../money/build-or-lease.ts'
import { yearOf } from '../../money/fee.ts'
import { inside } from '../../source/source.ts'
import { siteRule } from '../define.ts'
import { mayHide } from '../missing.ts'
import { kilometres, number, rupiah } from '../../words/figures.ts'
import { metresBetween } from './distance.ts'
import { hubPoint } from './hub.ts'
import { radiusMetres } from './outside.ts'

export const leasedInsideRadius = siteRule({
  code: 'GEO003',
  name: 'leased-inside-radius',
  severity: 'warning',
  title: { id: 'Disewa walaupun di dalam radius serat', en: 'Leased although inside the fibre radius' },
  *check(site, { network }) {
    const circuits = (network.index.circuitsOfSite.get(site.id) ?? []).filter(({ active }) => active)
    if (circuits.length === 0 || hasFibre(network, site) || mayHide(network, 'route')) return
    const { lon, lat } = site.declared.location
    const metres = metresBetween(hubPoint(network), [lon, lat])
    if (metres > radiusMetres(network)) return
    const yearly = circuits.reduce((sum, { declared }) => sum + yearOf(declared.monthlyRupiah), 0)
    yield {
      at: inside(site.origin, 'location'),
      facts: { site: site.id, metres, limit: radiusMetres(network), yearly },
      about: [site, ...circuits],
    }
  },
  message: ({ site, metres, limit, yearly }) => ({
    id:
      `${site} berjarak ${kilometres(metres).id} dari pusat, di dalam radius ${number(limit / 1000).id} km, ` +
      `tetapi disewa: ${rupiah(yearly).id} setahun tanpa PPN`,
    en:
      `${site} is ${kilometres(metres).en} from the hub, inside the ${number(limit / 1000).en} km radius, ` +
      `yet it is leased: ${rupiah(yearly).en} a year without PPN`,
  }),
  hint: () => ({
    id: 'bandingkan dengan biaya membangun serat di out/money/build-or-lease.md; bila sewa memang dipilih, catat alasannya di waivers.yaml',
    en:
      'compare it with the cost of building fibre in out/money/build-or-lease.md; ' +
      'where leasing is the choice, give the reason in waivers.yaml',
  }),
})
