import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

/**
 * A fault that both ends share by design is one question a link; a waiver may answer it for all: `things: ["route:*"]`.
 */
export const ospf3Unauthenticated = rule({
  code: 'RTE002',
  name: 'ospf3-unauthenticated',
  severity: 'warning',
  title: { id: 'OSPFv3 tanpa autentikasi', en: 'OSPFv3 without authentication' },
  *check({ plan }) {
    for (const { route, ospf3, active } of plan.links.values()) {
      if (ospf3 !== undefined || !active) continue
      const lacking =
        [route.a, route.b].find(({ router }) => router.dialect.capabilities.ospf3Authentication.length === 0) ?? route.b
      yield { at: inside(lacking.origin, 'router'), about: [route], facts: { route: route.id, router: lacking.router } }
    }
  },
  message: ({ route, router }) => ({
    id:
      `link ${route} menjalankan OSPFv3 tanpa autentikasi: ${router.id} (${router.platform.name} ` +
      `${router.declared.version}) tidak punya yang terbukti cocok dengan ujung lain`,
    en:
      `link ${route} runs OSPFv3 without authentication: ${router.id} (${router.platform.name} ` +
      `${router.declared.version}) has none that is known to agree with the other end`,
  }),
  hint: () => ({
    id: 'seratnya milik sendiri dan titik ke titik; bila risikonya diterima, catat sekali di waivers.yaml untuk route:*',
    en: 'the fibre is your own and point to point; where the risk is accepted, say so once in waivers.yaml for route:*',
  }),
})
