import { placeKey } from '../../source/source.ts'
import { rule } from '../define.ts'
import { mbps } from '../../words/figures.ts'
import { thingName } from '../../words/things.ts'
import { distinctBy } from '../grouping.ts'
import { boughtOf, portOf, termsOf } from './bought.ts'

export const bandwidthOverPort = rule({
  code: 'CKT004',
  name: 'bandwidth-over-port',
  severity: 'error',
  title: { id: 'Bandwidth melebihi kecepatan port', en: 'Bandwidth over the speed of its port' },
  *check({ network }) {
    for (const { bought, term } of distinctBy(boughtOf(network).flatMap(termsOf), ({ term }) =>
      placeKey(term.at('bandwidthMbps')),
    )) {
      const { router, port: name } = term.end
      const port = portOf(router, name)
      const bandwidth = term.declared.bandwidthMbps
      if (port === undefined || bandwidth <= port.speedMbps) continue
      yield {
        at: term.at('bandwidthMbps'),
        about: [bought, router],
        facts: { bought, bandwidth, port: name, router: router.id, speed: port.speedMbps },
      }
    }
  },
  message: ({ bought, bandwidth, port, router, speed }) => ({
    id: `${thingName(bought).id} dibeli ${mbps(bandwidth).id}, tetapi port ${port} di ${router} hanya ${mbps(speed).id}`,
    en: `${thingName(bought).en} is bought with ${mbps(bandwidth).en}, yet port ${port} of ${router} carries only ${mbps(speed).en}`,
  }),
  hint: () => ({
    id: 'pakai port yang lebih cepat, atau jangan membayar bandwidth yang tidak dapat lewat',
    en: 'use a faster port, or stop paying for bandwidth that cannot pass',
  }),
})
