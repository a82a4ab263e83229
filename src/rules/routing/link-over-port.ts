import { inside } from '../../source/source.ts'
import { portOf } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { mbps } from '../../words/figures.ts'

export const linkOverPort = rule({
  code: 'RTE006',
  name: 'link-over-port',
  severity: 'error',
  title: { id: 'Link atau hand-off lebih cepat daripada portnya', en: 'Link or hand-off faster than its port' },
  *check({ network }) {
    const links = [...network.routes.values()]
      .filter(({ declared }) => declared.status !== 'retired')
      .map(route => ({ thing: route, ends: [route.a, route.b] }))
    const handoffs = [...network.handoffs.values()].map(handoff => ({ thing: handoff, ends: handoff.ports }))
    for (const { thing, ends } of [...links, ...handoffs]) {
      const speed = thing.declared.speedMbps
      for (const { router, port, origin } of ends) {
        const limit = portOf(router, port)?.speedMbps
        if (limit === undefined || speed <= limit) continue
        yield {
          at: inside(origin, 'port'),
          about: [thing, router],
          facts: { thing, speed, router: router.id, port, limit },
        }
      }
    }
  },
  message: ({ thing, speed, router, port, limit }) => ({
    id:
      `${thing.kind === 'route' ? 'link' : 'hand-off'} ${thing.id} dinyatakan ${mbps(speed).id}, ` +
      `tetapi port ${port} di ${router} hanya ${mbps(limit).id}`,
    en:
      `${thing.kind === 'route' ? 'link' : 'hand-off'} ${thing.id} is declared with ${mbps(speed).en}, ` +
      `yet port ${port} of ${router} carries only ${mbps(limit).en}`,
  }),
  hint: () => ({
    id: 'pakai port yang lebih cepat, atau turunkan speed_mbps',
    en: 'use a faster port, or lower speed_mbps',
  }),
})
