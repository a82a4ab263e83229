import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const noCommonAuthentication = rule({
  code: 'RTE001',
  name: 'no-common-authentication',
  severity: 'error',
  title: {
    id: 'Kedua ujung link tidak punya autentikasi OSPF yang sama',
    en: 'Ends of a link know no common OSPF authentication',
  },
  *check({ plan }) {
    for (const { route, ospf } of plan.links.values()) {
      if (ospf !== undefined || route.declared.status === 'retired') continue
      const { a, b } = route
      yield {
        at: inside(route.origin, 'b', 'router'),
        about: [route, a.router, b.router],
        facts: { route: route.id, a: a.router, b: b.router },
      }
    }
  },
  message: ({ route, a, b }) => ({
    id:
      `link ${route} tidak dapat diamankan: ${a.id} (${a.platform.name}) dan ${b.id} (${b.platform.name}) ` +
      'tidak punya autentikasi OSPF yang sama',
    en: `link ${route} cannot be secured: ${a.id} (${a.platform.name}) and ${b.id} (${b.platform.name}) know no common OSPF authentication`,
  }),
  hint: () => ({
    id: 'naikkan versi salah satunya, atau pasang platform lain di ujung itu',
    en: 'upgrade one of them, or put another platform at that end',
  }),
})
