import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { listed, mbps, number } from '../../words/figures.ts'

export const referenceBelowLinks = rule({
  code: 'RTE017',
  name: 'reference-below-links',
  severity: 'warning',
  title: { id: 'Lebar acuan OSPF di bawah kecepatan link', en: 'OSPF reference bandwidth below the speed of links' },
  *check({ network }) {
    const { referenceMbps } = network.declared.routing
    const faster = [...network.routes.values()].filter(
      ({ declared }) => declared.status !== 'retired' && declared.speedMbps > referenceMbps,
    )
    if (faster.length === 0) return
    const fastest = Math.max(...faster.map(({ declared }) => declared.speedMbps))
    yield {
      at: inside(network.origin, 'routing', 'referenceMbps'),
      about: faster,
      facts: { referenceMbps, fastest, links: faster.map(({ id }) => id) },
    }
  },
  message: ({ referenceMbps, links }) => ({
    id:
      `reference_mbps ${number(referenceMbps).id} lebih kecil daripada link ${listed(links).id}: biayanya 1, ` +
      `sama seperti link ${mbps(referenceMbps).id}`,
    en:
      `reference_mbps ${number(referenceMbps).en} is less than the links ${listed(links).en} have: they cost 1, ` +
      `like a link of ${mbps(referenceMbps).en}`,
  }),
  hint: ({ fastest }) => ({
    id: `tulis ${fastest} atau lebih, agar OSPF membedakan link cepat dan lambat`,
    en: `write ${fastest} or more, so that OSPF tells fast links from slow ones`,
  }),
})
