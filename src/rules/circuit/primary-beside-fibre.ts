import type { Circuit, FibreRoute, Network } from '../../model/network.ts'
import { yearOf } from '../../money/fee.ts'
import { rule } from '../define.ts'
import { rupiah } from '../../words/figures.ts'
import { leasedActive } from './bought.ts'

export const primaryBesideFibre = rule({
  code: 'CKT011',
  name: 'primary-beside-fibre',
  severity: 'warning',
  title: {
    id: 'Sirkuit utama disewa di situs yang punya serat sendiri',
    en: 'Primary circuit at a site that has its own fibre',
  },
  *check({ network }) {
    for (const circuit of leasedActive(network)) {
      const route = circuit.declared.role === 'primary' ? fibreOf(network, circuit) : undefined
      if (route === undefined) continue
      yield {
        at: circuit.at('role'),
        about: [circuit, route, circuit.site],
        facts: {
          circuit: circuit.id,
          site: circuit.site.id,
          route: route.id,
          yearly: yearOf(circuit.declared.monthlyRupiah),
        },
      }
    }
  },
  message: ({ circuit, site, route, yearly }) => ({
    id: `${circuit} adalah sirkuit utama ${site}, padahal rute serat ${route} sampai di sana: ${rupiah(yearly).id} setahun`,
    en: `${circuit} is the primary circuit of ${site}, yet fibre route ${route} reaches it: ${rupiah(yearly).en} a year`,
  }),
  hint: () => ({
    id: 'jadikan backup, atau hentikan saat kontraknya berakhir',
    en: 'make it the backup, or end it with its contract',
  }),
})

function fibreOf(network: Network, { site }: Circuit): FibreRoute | undefined {
  return network.index.routesOfRouter.get(site.router.id)?.find(({ active }) => active)
}
